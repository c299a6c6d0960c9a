using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace ServiceDefaults.Http;

/// <summary>Each text of a list has this form; the list's description says so.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EachItemAttribute(string pattern) : ValidationAttribute("Each item must be of the form that is described.")
{
    public string Pattern { get; } = pattern;

    public override bool IsValid(object? value) =>
        value is not IEnumerable<string> items || items.All(IsWhole);

    /// <summary>Not with a line break behind it, which <c>$</c> would let pass.</summary>
    private bool IsWhole(string item) =>
        Regex.Match(item, Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true, Length: var length } && length == item.Length;
}
