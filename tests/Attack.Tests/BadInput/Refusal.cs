using System.Text.Json;
using System.Text.RegularExpressions;

namespace Attack.Tests.BadInput;

/// <summary>What every refusal must be: 4xx, a problem of RFC 9457, and nothing in it that helps an attacker or repeats him.</summary>
internal static partial class Refusal
{
    /// <summary>What is wrong with the answer; null where nothing is.</summary>
    public static async Task<string?> FaultAsync(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var body = await answer.Content.ReadAsStringAsync();
        if (status is < 400 or > 499) return $"{status} {Shown(body)}";
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{status} as {answer.Content.Headers.ContentType?.ToString() ?? "nothing"}: {Shown(body)}";
        if (body.Contains(Text.Mark, StringComparison.OrdinalIgnoreCase)) return $"{status} that repeats what was sent: {Shown(body)}";
        if (Innards().IsMatch(body)) return $"{status} that shows how it is made: {Shown(body)}";
        try
        {
            var problem = JsonDocument.Parse(body).RootElement;
            return problem.GetProperty("status").GetInt32() == status
                && problem.GetProperty("type").GetString()!.StartsWith("https://fourthp.example/problems/", StringComparison.Ordinal)
                && problem.GetProperty("title").GetString() is { Length: > 0 }
                ? null
                : $"{status} without type, title or status: {Shown(body)}";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{status} that is no problem: {Shown(body)}";
        }
    }

    private static string Shown(string body) => body.Length > 300 ? body[..300] + "…" : body;

    [GeneratedRegex(@"Exception\b|   at |System\.|Microsoft\.|SQLite|\.cs\b|Newtonsoft|StackTrace")]
    private static partial Regex Innards();
}
