using System.Diagnostics;
using AppHost.Local.Storing;
using Aspire.Hosting;

namespace AppHost.Local.Running;

/// <summary>From the graph to a running platform, and down again.</summary>
internal sealed class Runner(DistributedApplicationBuilder builder)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var signals = new StopSignals(stopping);
        try
        {
            using var data = await DataFolder.OpenAsync(builder.Configuration["PLATFORM_DATA"]!);
            using var ports = new Ports(new KeptValues(data.InRoot("ports.json")));
            Values.Assign(builder, new KeptValues(data.InRoot("parameters.json")), ports);
            var context = new RunContext(data, new Output(builder.Resources.Max(resource => resource.Name.Length) + 2), stopping.Token)
            {
                Restarts = builder.Configuration["Local:Restart"] != "false",
                ReadyTimeout = TimeSpan.FromSeconds(int.Parse(builder.Configuration["Local:ReadyTimeout"] ?? "60", null)),
            };
            await RunAsync(new Graph(builder.Resources, context), context, stopping);
        }
        catch (StartFailure failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            Environment.ExitCode = 1;
        }
    }

    private async Task RunAsync(Graph graph, RunContext context, CancellationTokenSource stopping)
    {
        var since = Stopwatch.StartNew();
        StartFailure? failure = null;
        try
        {
            await graph.StartAsync();
            context.Output.Say(graph.Table());
            context.Output.Say($"Ready in {since.Elapsed.TotalSeconds:0.0} s");
            await new AfterReady(builder, graph, context).RunAsync();
            await Task.Delay(Timeout.Infinite, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            context.Output.Say("Stopping…");
        }
        catch (StartFailure found)
        {
            failure = found;
        }

        await stopping.CancelAsync();
        var down = Stopwatch.StartNew();
        await graph.StopAsync();
        context.Output.Say($"Stopped in {down.Elapsed.TotalSeconds:0.0} s");
        if (failure is not null)
            throw failure;
    }
}
