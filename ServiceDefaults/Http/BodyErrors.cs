using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceDefaults.Http;

/// <summary>
/// Which fields of a JSON body are wrong, and how. The serializer tells some of it in words alone, so these are read;
/// tests hold them to what the framework says. Nothing that was sent is repeated but the names of fields.
/// </summary>
internal static partial class BodyErrors
{
    private const string Root = "$";
    private static readonly string[] Required = ["This field is required."];

    public static Dictionary<string, string[]> Of(JsonException error)
    {
        var (field, named) = FieldOf(error.Path);
        if (error is BodyFieldException own)
            return One(own.Member is null ? field : Join(field, own.Member), own.Shown);

        var said = error.Message;
        if (said.IndexOf("missing required properties", StringComparison.Ordinal) is > 0 and var from)
        {
            return Names().Matches(said[from..])
                .ToDictionary(name => Join(field, name.Groups[1].Value), _ => Required, StringComparer.Ordinal);
        }

        if (said.Contains("could not be mapped", StringComparison.Ordinal))
            return One(field, named ? "There is no such field." : "There is a field of an unknown name.");
        if (said.StartsWith("Duplicate property", StringComparison.Ordinal))
            return One(field, "Send the field once.");
        if (said.Contains("allow null", StringComparison.Ordinal))
            return One(field, "This field may not be null.");
        if (error.InnerException is JsonException || said.Contains("depth", StringComparison.Ordinal))
            return One(Root, $"This is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).");
        if (error.InnerException is InvalidOperationException { Message: var inner }
            && (inner.Contains("UTF-8", StringComparison.Ordinal) || inner.Contains("UTF-16", StringComparison.Ordinal)))
        {
            return One(field, "Send valid UTF-8 text.");
        }

        return One(field, "The value is not of the right type or form.");
    }

    private static Dictionary<string, string[]> One(string field, string message) => new() { [field] = [message] };

    private static string Join(string parent, string member) => parent == Root ? member : $"{parent}.{member}";

    /// <summary>A path as the client wrote it, without names that are no names: those could hold anything.</summary>
    private static (string Field, bool Named) FieldOf(string? path)
    {
        if (path is null or "$" || !path.StartsWith("$.", StringComparison.Ordinal))
            return (Root, false);
        var field = path[2..];
        if (PlainPath().IsMatch(field))
            return (field, true);
        var parent = PlainStart().Match(field).Groups[1].Value;
        return (parent.Length == 0 ? Root : parent, false);
    }

    [GeneratedRegex(@"'([^']+)'")]
    private static partial Regex Names();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,39}(\[\d+\])*(\.[A-Za-z][A-Za-z0-9]{0,39}(\[\d+\])*)*\z")]
    private static partial Regex PlainPath();

    [GeneratedRegex(@"^((?:[A-Za-z][A-Za-z0-9]{0,39}(?:\[\d+\])*)(?:\.[A-Za-z][A-Za-z0-9]{0,39}(?:\[\d+\])*)*)(?:\.|\[')")]
    private static partial Regex PlainStart();
}
