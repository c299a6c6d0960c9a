using System.ComponentModel.DataAnnotations;

namespace Identity;

/// <summary>Configuration section <c>Identity</c>.</summary>
public sealed class IdentitySettings
{
    public const string Section = "Identity";

    /// <summary>How long an access token lives.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>The issuer; <c>{Platform:PublicUrl}/api/identity</c> where not given.</summary>
    [Url]
    public string? Issuer { get; set; }

    /// <summary>The folder of the key ring that encrypts the signing keys; one for all replicas. Kept for the owner alone.</summary>
    public string KeyRing { get; set; } = ".data/identity-keys";

    /// <summary>How long a signing key signs.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00")]
    public TimeSpan RotateKeysEvery { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long a new key is in the JWKS before it signs: longer than any service keeps the JWKS without asking again
    /// (12 hours by Microsoft.IdentityModel's default).
    /// </summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan PublishKeysAhead { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long the former secret holds beside a new one.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan SecretOverlap { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Failed attempts before the first delay.</summary>
    [Range(1, 100)]
    public int FreeAttempts { get; set; } = 3;

    /// <summary>The delay grows from a second, twofold with each further failure, up to this.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Failures are forgotten after so long without another.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan ForgetFailuresAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Addresses or networks (CIDR) of proxies, besides loopback, whose X-Forwarded headers are believed.</summary>
    public IList<string> KnownProxies { get; } = [];
}
