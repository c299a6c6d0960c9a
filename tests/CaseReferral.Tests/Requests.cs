using System.Net.Http.Headers;
using System.Text.Json;

namespace CaseReferral.Tests;

internal static class Requests
{
    /// <summary>Where the list goes on; null on its last page.</summary>
    public static string? NextOf(this HttpResponseMessage page, string list) =>
        page.Headers.TryGetValues("Link", out var link) ? list + link.Single().Split('<', '>')[1] : null;

    /// <summary>Posts with If-Match, and a key where one is given.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object? body, string? ifMatch, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        if (key is not null) request.Headers.Add("Idempotency-Key", key.ToString());
        return await client.SendAsync(request);
    }

    /// <summary>Everything that a client can compare: status, headers and body, without what differs in every answer.</summary>
    public static async Task<string> SurfaceAsync(this HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "traceparent" or "tracestate"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var trace = JsonDocument.Parse(body).RootElement.GetProperty("traceId").GetString();
            if (trace is not null) body = body.Replace(trace, "trace", StringComparison.Ordinal);
        }

        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}";
    }
}
