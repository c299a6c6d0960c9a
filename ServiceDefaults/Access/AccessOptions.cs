using Microsoft.IdentityModel.Tokens;

namespace ServiceDefaults.Access;

/// <summary>Configuration <c>Access</c>: whose tokens are accepted.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestKnown = EndedAccess.KeptFor - TimeSpan.FromDays(1);

    /// <summary>Signatures that only the issuer can make; never a shared secret, never none.</summary>
    private static readonly string[] Asymmetric =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
    ];

    /// <summary>The issuer; any OpenID Connect provider. The platform's own Identity where not given.</summary>
    public string? Authority { get; set; }

    public string Audience { get; set; } = "fourth-p";

    /// <summary>Asymmetric algorithms only; ES256 where not given.</summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>
    /// A token that lives longer than this is refused: the list of ended access forgets clients, and must not forget one before the
    /// last token that it holds back is dead.
    /// </summary>
    public TimeSpan LongestTokenLife { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan ClockSkew { get; set; } = MostSkew;

    internal IReadOnlyList<string> AcceptedAlgorithms => Algorithms.Count == 0 ? [SecurityAlgorithms.EcdsaSha256] : [.. Algorithms];

    /// <summary>What is wrong with this configuration, in one sentence; null where nothing is.</summary>
    internal string? Fault()
    {
        if (AcceptedAlgorithms.FirstOrDefault(algorithm => !Asymmetric.Contains(algorithm)) is { } unsafeOne)
            return $"Access:Algorithms names {unsafeOne}; only these are accepted: {string.Join(", ", Asymmetric)}.";
        if (ClockSkew < TimeSpan.Zero || ClockSkew > MostSkew)
            return $"Access:ClockSkew must be 0 to {MostSkew.TotalSeconds} seconds.";
        if (LongestTokenLife <= TimeSpan.Zero || LongestTokenLife > LongestKnown)
            return $"Access:LongestTokenLife must be above 0 and at most {LongestKnown.TotalHours} hours.";
        return string.IsNullOrWhiteSpace(Audience) ? "Access:Audience is empty." : null;
    }
}
