namespace AppHost.Local.Model;

/// <summary>An address of a resource: one port for each replica, known once the runner has chosen them.</summary>
internal sealed class Endpoint(string name)
{
    public string Name { get; } = name;

    /// <summary>The port AppHost.cs asks for; null for any free one.</summary>
    public int? Port { get; set; }

    /// <summary>A variable that tells the process its port, beside ASPNETCORE_URLS.</summary>
    public string? PortVariable { get; set; }

    /// <summary>People open it: <c>localhost</c> then, which Kestrel binds on both loopback addresses.</summary>
    public bool IsExternal { get; set; }

    public IReadOnlyList<int> Ports { get; set; } = [];

    public string Url(int replica = 0) => Ports.Count > replica
        ? $"http://{(IsExternal ? "localhost" : "127.0.0.1")}:{Ports[replica]}"
        : throw new StartFailure($"The endpoint {Name} was asked for its address before ports were chosen.");
}
