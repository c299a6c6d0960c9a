using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Validation;

/// <summary>No item is given twice.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DistinctItemsAttribute() : ValidationAttribute("Nothing may be given twice.")
{
    public override bool IsValid(object? value)
    {
        var seen = new HashSet<object>();
        return value is not IEnumerable items || items.Cast<object>().All(seen.Add);
    }
}
