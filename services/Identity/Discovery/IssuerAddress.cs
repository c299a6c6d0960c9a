using Microsoft.Extensions.Options;

namespace Identity.Discovery;

/// <summary>The issuer's name, which is one and the same wherever it is asked; and the address it is asked at, which is not.</summary>
internal sealed class IssuerAddress(IConfiguration configuration, IOptions<IdentitySettings> settings)
{
    public string Issuer { get; } = (settings.Value.Issuer
        ?? $"{(configuration["Platform:PublicUrl"] ?? "http://localhost:8080").TrimEnd('/')}/api/identity").TrimEnd('/');

    /// <summary>
    /// The base of the endpoints' addresses as this caller reaches them: the issuer's own where it came through the public
    /// address, whose gateway takes a prefix off; else scheme, host and path base of the request.
    /// </summary>
    public string BaseFor(HttpRequest request)
    {
        var asked = $"{request.Scheme}://{request.Host}";
        return request.PathBase.HasValue || !asked.Equals(new Uri(Issuer).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
            ? $"{asked}{request.PathBase}"
            : Issuer;
    }
}
