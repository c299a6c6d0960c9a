using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Validation;

/// <summary>Every item is a known language code.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LanguageCodesAttribute() : ValidationAttribute("Each language must be a bibliographic ISO 639-2 code, such as tha.")
{
    public override bool IsValid(object? value) => value is not IEnumerable<string> codes || codes.All(LanguageCode.IsKnown);
}
