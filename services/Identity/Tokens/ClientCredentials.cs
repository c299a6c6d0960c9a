using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Identity.Tokens;

/// <summary>How a caller of the token endpoint says who it is.</summary>
internal abstract record ClientCredentials(string ClientId)
{
    private const int LongestClientId = 100;
    private const int LongestSecret = 256;
    private const int LongestAssertion = 8 * 1024;
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public sealed record Secret(string ClientId, string Value) : ClientCredentials(ClientId);

    public sealed record Assertion(string ClientId, JsonWebToken Token) : ClientCredentials(ClientId);

    /// <summary>Either what was presented, or why it cannot be looked at. No more than one way is accepted (RFC 6749, 2.3).</summary>
    public static (ClientCredentials? Presented, RefusalReason Refused) Read(string? authorization, IFormCollection form)
    {
        var byHeader = authorization is not null;
        var byAssertion = form.ContainsKey("client_assertion") || form.ContainsKey("client_assertion_type");
        var byBody = form.ContainsKey("client_secret");
        if ((byHeader ? 1 : 0) + (byAssertion ? 1 : 0) + (byBody ? 1 : 0) > 1) return (null, RefusalReason.SeveralAuthentications);
        if (byBody) return (null, RefusalReason.SecretInBody);

        ClientCredentials? presented =
            byHeader ? FromBasic(authorization!) :
            byAssertion ? FromAssertion(form["client_assertion_type"].ToString(), form["client_assertion"].ToString()) : null;
        if (presented is null || presented.ClientId.Length is 0 or > LongestClientId || presented.ClientId.Any(char.IsControl))
            return (null, byHeader || byAssertion ? RefusalReason.MalformedCredentials : RefusalReason.NoAuthentication);
        return form.TryGetValue("client_id", out var named) && named != presented.ClientId
            ? (null, RefusalReason.SeveralAuthentications)
            : (presented, default);
    }

    private static Secret? FromBasic(string authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header) || header.Parameter is null) return null;
        if (!header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            var pair = StrictUtf8.GetString(Convert.FromBase64String(header.Parameter)).Split(':', 2);
            // Both halves are form-encoded before they are joined (RFC 6749, 2.3.1).
            return pair.Length == 2 && pair[1].Length is > 0 and <= LongestSecret
                ? new Secret(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1]))
                : null;
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static Assertion? FromAssertion(string type, string assertion)
    {
        if (type != AssertionType || assertion.Length is 0 or > LongestAssertion) return null;
        try
        {
            var token = new JsonWebToken(assertion);
            return new Assertion(token.Subject, token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
