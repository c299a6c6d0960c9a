namespace ServiceDefaults.Access;

/// <summary>Configuration <c>Access</c>: whose tokens are accepted.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>The issuer; any OpenID Connect provider. The platform's own Identity where not given.</summary>
    public string? Authority { get; set; }

    public string Audience { get; set; } = "fourth-p";

    /// <summary>Asymmetric algorithms only; ES256 where not given.</summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>
    /// A token that lives longer than this is refused: the list of ended access forgets, and must not forget before the
    /// last token that it holds back is dead.
    /// </summary>
    public TimeSpan LongestTokenLife { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);
}
