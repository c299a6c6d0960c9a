namespace AppHost.Local.Running;

/// <summary>How to start a process.</summary>
internal sealed record ProcessSpec(string File, IReadOnlyList<string> Args, string WorkingFolder)
{
    /// <summary>On top of AppHost's own environment; null removes a variable.</summary>
    public Dictionary<string, string?> Environment { get; init; } = [];

    public Signal StopSignal { get; init; } = Signal.Term;

    /// <summary>Which of its lines are shown; all are kept for the tail.</summary>
    public Func<string, bool> Shows { get; init; } = static _ => true;
}

internal enum Signal
{
    Int = 2,
    Kill = 9,
    Term = 15,
}
