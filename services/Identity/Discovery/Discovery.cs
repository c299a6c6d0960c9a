using System.Text.Json.Serialization;
using Identity.Keys;
using Identity.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Identity.Discovery;

/// <summary>RFC 8414 metadata; the subset of OpenID Connect Discovery that a resource server needs.</summary>
public sealed record ServerMetadata(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("jwks_uri")] string JwksUri)
{
    [JsonPropertyName("grant_types_supported")]
    public IReadOnlyList<string> GrantTypes { get; } = ["client_credentials"];

    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> AuthenticationMethods { get; } = ["client_secret_basic", "private_key_jwt"];

    [JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")]
    public IReadOnlyList<string> AssertionAlgorithms { get; } = AssertionRules.Algorithms;

    [JsonPropertyName("response_types_supported")]
    public IReadOnlyList<string> ResponseTypes { get; } = [];

    [JsonPropertyName("subject_types_supported")]
    public IReadOnlyList<string> SubjectTypes { get; } = ["public"];

    [JsonPropertyName("id_token_signing_alg_values_supported")]
    public IReadOnlyList<string> SigningAlgorithms { get; } = ["ES256"];
}

/// <summary>A public key (RFC 7517).</summary>
public sealed record PublicKey(
    [property: JsonPropertyName("kid")] string KeyId, [property: JsonPropertyName("x")] string X, [property: JsonPropertyName("y")] string Y)
{
    [JsonPropertyName("kty")] public string Type { get; } = "EC";
    [JsonPropertyName("crv")] public string Curve { get; } = "P-256";
    [JsonPropertyName("alg")] public string Algorithm { get; } = "ES256";
    [JsonPropertyName("use")] public string Use { get; } = "sig";
}

/// <summary>The keys that tokens are verified with.</summary>
public sealed record PublicKeySet([property: JsonPropertyName("keys")] IReadOnlyList<PublicKey> Keys);

internal static class Discovery
{
    /// <summary>Short against the time a key is published before it signs, long against the number of asking services.</summary>
    private const string Cacheable = "public, max-age=300";

    public static void MapDiscovery(this IEndpointRouteBuilder api)
    {
        api.MapGet("/.well-known/openid-configuration", Describe).AllowAnonymous().WithSummary("Where this token service's endpoints are");
        api.MapGet("/.well-known/oauth-authorization-server", Describe).AllowAnonymous().WithSummary("The same, under RFC 8414's name");
        api.MapGet("/.well-known/jwks.json", KeysAsync).AllowAnonymous().WithSummary("The public keys of its tokens");
    }

    private static Ok<ServerMetadata> Describe(HttpContext http, IssuerAddress address)
    {
        // Not shared: the addresses in it depend on the host that was asked.
        http.Response.Headers.CacheControl = "private, max-age=300";
        var at = address.BaseFor(http.Request);
        return TypedResults.Ok(new ServerMetadata(address.Issuer, $"{at}/token", $"{at}/.well-known/jwks.json"));
    }

    private static async Task<Ok<PublicKeySet>> KeysAsync(HttpContext http, KeyRing ring, TimeProvider time, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = Cacheable;
        var keys = (await ring.ReadAsync(cancellationToken)).PublishedAt(time.GetUtcNow());
        return TypedResults.Ok(new PublicKeySet([.. keys.Select(key => new PublicKey(key.KeyId, key.X, key.Y))]));
    }
}
