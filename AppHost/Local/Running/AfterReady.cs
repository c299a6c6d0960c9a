using System.Diagnostics;
using System.Text.RegularExpressions;
using Aspire.Hosting;

namespace AppHost.Local.Running;

/// <summary>What follows once all is ready: a resource that starts by hand, once for a data folder, and a word of welcome.</summary>
internal sealed partial class AfterReady(DistributedApplicationBuilder builder, Graph graph, RunContext context)
{
    public async Task RunAsync()
    {
        if (builder.Configuration["Local:Start"] is { Length: > 0 } name)
            await StartAsync(graph.Find(name) ?? throw new StartFailure($"There is no resource {name} to start."));
        if (builder.Configuration["Local:Welcome"] is { Length: > 0 } file)
            context.Output.Say(Filled(await File.ReadAllTextAsync(file, context.Stopping)));
    }

    /// <summary>Its success is remembered, so that a second start on the same data leaves it out.</summary>
    private async Task StartAsync(Unit unit)
    {
        var done = context.Data.InRoot($"{unit.Name}.done");
        if (File.Exists(done))
            return;
        unit.Resource.Wiring.RunsToCompletion = true;
        var since = Stopwatch.StartNew();
        await graph.StartAsync(unit);
        var code = await unit.Completed;
        if (code == 0)
            await File.WriteAllTextAsync(done, "", context.Stopping);
        var sentence = $"{unit.Name} {(code == 0 ? "finished" : Keeper.Ending(code))} after {since.Elapsed.TotalSeconds:0.0} s";
        context.Output.Say(code == 0 ? sentence : context.Output.WithTail(unit.Name, sentence + "."));
    }

    /// <summary><c>{gateway}</c> becomes that resource's address, <c>{data}</c> the data folder.</summary>
    private string Filled(string text) => Placeholder().Replace(text, found => found.Groups[1].Value switch
    {
        "data" => context.Data.Root,
        var name => graph.Find(name)?.Address ?? found.Value,
    });

    [GeneratedRegex(@"\{([a-z][a-z-]*)\}")]
    private static partial Regex Placeholder();
}
