namespace ServiceDefaults.Validation;

/// <summary>The full list of ISO 639-2, bibliographic codes: <c>tha</c>, <c>chi</c> (not <c>zho</c>).</summary>
public static class LanguageCode
{
    public const string Pattern = "^[a-z]{3}$";

    private static readonly HashSet<string> Known = Load();

    public static bool IsKnown(string code) => Known.Contains(code);

    private static HashSet<string> Load()
    {
        using var stream = typeof(LanguageCode).Assembly.GetManifestResourceStream("iso-639-2-bibliographic.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }
}
