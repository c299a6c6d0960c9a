using System.Net;
using System.Text;
using System.Text.Json;
using Attack.Tests.Platform;

namespace Attack.Tests.BadInput;

/// <summary>
/// The token endpoint takes a form and answers errors as RFC 6749 has it, not as problems: OAuth's clients know no other.
/// Besides that the same holds: 4xx, nothing repeated, nothing issued.
/// </summary>
[Collection(AttackedPlatform.Name)]
public sealed class TokenRequestTests(AttackedPlatform platform)
{
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly string[] Errors = ["invalid_request", "invalid_client", "unsupported_grant_type", "invalid_scope", "slow_down", "temporarily_unavailable"];

    private static readonly string[] Bodies =
    [
        "", "grant_type", "grant_type=", "grant_type=password&username=zq7mark&password=x", "grant_type=client_credentials",
        "grant_type=client_credentials&grant_type=client_credentials", "grant_type=zq7mark", "grant_type=client_credentials%00", "grant_type=%ff%fe",
        "grant_type=client_credentials&client_id=zq7mark&client_secret=zq7mark", "grant_type=client_credentials&client_assertion=zq7mark",
        "grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=a.b.c",
        "grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=eyJhbGciOiJub25lIn0.e30.",
        "grant_type=client_credentials&scope=%00", "grant_type=client_credentials&scope=" + "zq7mark+", "&&&&", "=", "%", "a[b]=c", "{\"grant_type\":\"client_credentials\"}",
        "\0", "grant_type=client_credentials&client_id=%ud800", string.Concat(Enumerable.Repeat("a=1&", 3000)), new string('k', 9000) + "=1", "x=" + new string('v', 9000),
    ];

    private static readonly string?[] Authorizations =
        [null, "Basic", "Basic !", "Basic OnpxN21hcms=", "Basic enE3bWFyazp6cTdtYXJr", "Basic /////w==", "Basic YQBiOmMA", "Bearer x", "zq7mark", "Basic " + new string('A', 6000)];

    private static readonly string?[] Types = [Form, null, "application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", Form + "; charset=zq7mark", Form + "; charset=utf-16"];

    [Fact]
    public async Task Whatever_is_asked_wrongly_gets_no_token()
    {
        await platform.UntilQuietAsync();
        var before = await Content.OfAsync(platform, "identity");
        var wrong = new List<string>();
        foreach (var type in Types)
        {
            foreach (var (body, authorization) in Bodies.SelectMany(body => Authorizations.Select(authorization => (body, authorization))))
            {
                if (await FaultAsync(type, body, authorization) is { } fault) wrong.Add($"{type} {authorization} {body[..Math.Min(60, body.Length)]}: {fault}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(30)));
        Assert.Equal(before, await Content.OfAsync(platform, "identity"));
    }

    private async Task<string?> FaultAsync(string? type, string body, string? authorization)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) };
        if (type is not null) message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (authorization is not null) message.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await platform.To("identity").SendAsync(message);
        var said = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode is < 400 or > 499) return $"{answer.StatusCode} {said}";
        if (said.Contains("zq7mark", StringComparison.OrdinalIgnoreCase)) return $"repeats what was sent: {said}";
        if (answer.Headers.CacheControl is not { NoStore: true }) return "may be stored";
        // Too large is refused before the endpoint, like everywhere: a problem.
        if (answer.StatusCode == HttpStatusCode.RequestEntityTooLarge) return await Refusal.FaultAsync(answer);
        return answer.Content.Headers.ContentType?.MediaType == "application/json"
            && Errors.Contains(JsonDocument.Parse(said).RootElement.GetProperty("error").GetString()) ? null : said;
    }
}
