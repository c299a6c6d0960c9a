using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Membership.Agencies.Hours;

/// <summary>A time zone of the IANA database, such as America/Los_Angeles.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed partial class TimeZoneAttribute() : ValidationAttribute("The {0} field must be an IANA time zone, such as America/Los_Angeles.")
{
    public static bool IsKnown(string id) => Form().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    public override bool IsValid(object? value) => value is not string id || IsKnown(id);

    /// <summary>Looked up as a file's name on most systems, so nothing else may pass.</summary>
    [GeneratedRegex(@"\A[A-Z][A-Za-z]{1,30}(/[A-Za-z][A-Za-z0-9_+-]{0,30}){0,2}\z")]
    private static partial Regex Form();
}
