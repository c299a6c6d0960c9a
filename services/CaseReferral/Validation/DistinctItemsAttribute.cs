using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace CaseReferral.Validation;

/// <summary>No item is given twice.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DistinctItemsAttribute() : ValidationAttribute("Nothing may be given twice.")
{
    public override bool IsValid(object? value)
    {
        var seen = new HashSet<object>();
        return value is not IEnumerable items || items.Cast<object>().All(seen.Add);
    }
}
