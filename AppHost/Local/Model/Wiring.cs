using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Model;

/// <summary>
/// What AppHost.cs said of one resource. Values are functions: ports and parameters are not known while the graph is built.
/// </summary>
internal sealed class Wiring
{
    public List<Func<IEnumerable<(string Name, string? Value)>>> Environment { get; } = [];

    public List<Func<string>> Args { get; } = [];

    public List<Wait> Waits { get; } = [];

    public List<Endpoint> Endpoints { get; } = [];

    public List<HealthCheck> HealthChecks { get; } = [];

    public int Replicas { get; set; } = 1;

    /// <summary>Started on request only (<c>--Local:Start=name</c>), after all else is ready.</summary>
    public bool StartsByHand { get; set; }

    /// <summary>Someone waits for its end, so ending is what it is for.</summary>
    public bool RunsToCompletion { get; set; }

    public static Wiring Of(IResource resource) => ((Resource)resource).Wiring;
}

/// <param name="ExitCode">Null: until it is ready. Otherwise until it has ended with this code.</param>
internal sealed record Wait(Resource For, int? ExitCode);

internal sealed record HealthCheck(string EndpointName, string Path, int StatusCode);
