namespace Membership;

/// <summary>A part of a name, for a comparison with names in small letters: what the part says is meant, and no pattern.</summary>
internal static class NamePart
{
    public const string Escape = "!";

    public static string Of(string part) => $"%{part.Trim().ToLowerInvariant()
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal)}%";
}
