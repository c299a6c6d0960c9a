namespace Identity.Bootstrap;

/// <summary>Configuration section <c>Bootstrap</c>: what must exist before anybody can ask for a token.</summary>
public sealed class BootstrapSettings
{
    public const string Section = "Bootstrap";

    /// <summary>Where the first administrators' secrets are written; without it there are none.</summary>
    public string? CredentialsFile { get; set; }

    /// <summary>The platform's own services: client id and secret.</summary>
    public IDictionary<string, string> Services { get; } = new Dictionary<string, string>();

    /// <summary>Of a service that works for one hub alone, that hub: its token reads no other hub's journals.</summary>
    public IDictionary<string, string> Hubs { get; } = new Dictionary<string, string>();
}
