using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>A project: each replica a process on its built output.</summary>
internal sealed class ProjectUnit(ProjectResource project, RunContext context) : Unit(project, context)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly List<Keeper> _keepers = [];
    private Child? _errand;

    public override string Address => string.Join(' ',
        from endpoint in Resource.Wiring.Endpoints
        from replica in Enumerable.Range(0, endpoint.Ports.Count)
        select endpoint.Url(replica));

    public override async Task StartAsync()
    {
        if (Resource.Wiring.RunsToCompletion)
        {
            await RunToCompletionAsync();
            return;
        }

        for (var replica = 0; replica < Resource.Wiring.Replicas; replica++)
        {
            var start = new ProjectStart(project, replica);
            _keepers.Add(new Keeper(start.Name, start.Spec, start.BecomesReadyAsync, Context));
        }

        await Task.WhenAll(_keepers.Select(keeper => keeper.StartAsync()));
        IsReady();
    }

    public override Task StopAsync() => Task.WhenAll(
        [.. _keepers.Select(keeper => keeper.StopAsync(Grace)), _errand?.StopAsync(Grace) ?? Task.CompletedTask]);

    private async Task RunToCompletionAsync()
    {
        _errand = Child.Start(Name, new ProjectStart(project, 0).Spec(), Context.Data.Lease, Context.Output);
        IsReady("running");
        HasCompleted(await _errand.Exited.WaitAsync(Context.Stopping));
    }
}
