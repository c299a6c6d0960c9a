using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Testing;

namespace Attack.Tests.Requests;

/// <summary>A request before it is sent: the valid one, or what an attack made of it.</summary>
/// <param name="Json">The valid body, where there is one.</param>
public sealed record Draft(Operation Operation, Person? By, string Path, string Query, JsonObject? Json)
{
    /// <summary>A version that nothing has: whoever may change it hears so, and changes nothing.</summary>
    public const string NoVersion = "\"999999999\"";

    public byte[]? Body { get; init; } = Json is null ? null : Encoding.UTF8.GetBytes(Json.ToJsonString());

    /// <summary>As it is sent, right or wrong; none where null.</summary>
    public string? ContentType { get; init; } = Json is null ? null : "application/json";

    /// <summary>The values that the path's template got, so that one can be another.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public bool Chunked { get; init; }

    public Draft With(string header, params string[] values) => this with
    {
        Headers = [.. Headers.Where(known => known.Name != header), .. values.Select(value => (header, value))],
    };

    /// <summary>With another value in the path, as it is.</summary>
    public Draft At(string parameter, string value) => this with { Path = Fill(Operation.Path, PathValues, parameter, value) };

    public static string Fill(string template, IReadOnlyDictionary<string, string> values, string? changed = null, string? to = null)
    {
        foreach (var (name, value) in values) template = template.Replace($"{{{name}}}", name == changed ? to : value, StringComparison.Ordinal);
        return template;
    }

    public HttpRequestMessage ToMessage(string? token)
    {
        var message = new HttpRequestMessage(Operation.Method, new Uri(Path + Query, UriKind.Relative));
        if (token is not null) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null) message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            // Refused by its length it must not be on its way already: the connection ends under it.
            if (Body.Length > 500_000) message.Headers.ExpectContinue = true;
            if (Chunked) message.Headers.TransferEncodingChunked = true;
        }

        return message;
    }
}
