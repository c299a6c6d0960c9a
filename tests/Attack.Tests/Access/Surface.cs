using System.Text.Json;

namespace Attack.Tests.Access;

/// <summary>An answer as a caller can compare it with another: status, headers and every byte but the trace id.</summary>
internal sealed record Surface(int Status, string Headers, string Body)
{
    public bool LetsIn => Status is not (401 or 403 or 404) and < 500;

    public bool Succeeds => Status is >= 200 and < 300;

    public static async Task<Surface> OfAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            && JsonDocument.Parse(body).RootElement.GetProperty("traceId").GetString() is { } trace)
        {
            body = body.Replace(trace, "trace", StringComparison.Ordinal);
        }

        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "traceparent" or "tracestate"))
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return new Surface((int)answer.StatusCode, string.Join('\n', headers), body);
    }

    public override string ToString() => $"{Status} {(Body.Length > 200 ? Body[..200] : Body)}";
}
