using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>One resource of the graph, being run.</summary>
internal abstract class Unit(Resource resource, RunContext context)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Resource Resource { get; } = resource;

    public string Name => Resource.Name;

    /// <summary>What must be ready first, beside what AppHost.cs says.</summary>
    public virtual IEnumerable<Resource> Needs => [];

    /// <summary>Others lean on it while they stop, so it stops after them.</summary>
    public virtual bool IsServer => false;

    public abstract string Address { get; }

    public string State { get; private set; } = "waiting";

    public Task Ready => _ready.Task;

    public Task<int> Completed => _completed.Task;

    public CancellationToken Stopping => Context.Stopping;

    protected RunContext Context { get; } = context;

    /// <summary>Ends when the resource is ready, or has done what it is for.</summary>
    public abstract Task StartAsync();

    public abstract Task StopAsync();

    public StartFailure FailedBy(Unit other, string sentence) => Context.Failure(other.Name, sentence);

    protected void IsReady(string state = "ready")
    {
        State = state;
        _ready.TrySetResult();
    }

    protected void HasCompleted(int code)
    {
        State = code == 0 ? "finished" : $"ended with {code}";
        _completed.TrySetResult(code);
    }
}
