using AppHost.Local.Storing;

namespace AppHost.Local.Running;

/// <summary>What everything that runs shares.</summary>
internal sealed record RunContext(DataFolder Data, Output Output, CancellationToken Stopping)
{
    /// <summary>Whether what dies is started again (<c>Local:Restart</c>).</summary>
    public bool Restarts { get; init; } = true;

    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public StartFailure Failure(string name, string sentence) => new(Output.WithTail(name, sentence));
}
