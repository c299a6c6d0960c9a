using System.ComponentModel.DataAnnotations;

namespace Membership;

/// <summary>
/// Text with something in it and no control characters: PostgreSQL refuses a NUL that the other providers keep, and
/// the rest only ever comes from broken files.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PlainTextAttribute() : ValidationAttribute("The {0} field must be text without control characters.")
{
    /// <summary>Line breaks and tabs are allowed.</summary>
    public bool Lines { get; set; }

    public override bool IsValid(object? value) =>
        value is not string text || (!string.IsNullOrWhiteSpace(text) && !text.Any(IsRefused));

    private bool IsRefused(char character) => char.IsControl(character) && !(Lines && character is '\n' or '\r' or '\t');
}
