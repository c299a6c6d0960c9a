using AppHost.Local.Servers;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>Everything to run, and who waits for whom. What waits for nothing starts at once, side by side.</summary>
internal sealed class Graph
{
    private readonly Dictionary<Resource, Unit> _units;

    public Graph(IReadOnlyList<Resource> resources, RunContext context) => _units = resources
        .Select(Unit? (resource) => resource switch
        {
            ProjectResource project => new ProjectUnit(project, context),
            RabbitMQServerResource broker => new RabbitMQUnit(broker, context),
            SqlServerServerResource server => new DatabaseServerUnit(server, context),
            SqlServerDatabaseResource database => new DatabaseUnit(database, context),
            _ => null,
        })
        .OfType<Unit>()
        .ToDictionary(unit => unit.Resource);

    /// <summary>Ends when all is ready; with the first failure as soon as there is one.</summary>
    public async Task StartAsync()
    {
        var starting = _units.Values
            .Where(unit => !unit.Resource.Wiring.StartsByHand)
            .Select(unit => StartAsync(unit))
            .ToList();
        while (starting.Count > 0)
        {
            var done = await Task.WhenAny(starting);
            starting.Remove(done);
            await done;
        }
    }

    public Unit? Find(string name) => _units.Values.FirstOrDefault(unit => unit.Name == name);

    public async Task StartAsync(Unit unit)
    {
        await Task.WhenAll(unit.Needs.Select(need => _units[need].Ready.WaitAsync(unit.Stopping)));
        await Task.WhenAll(unit.Resource.Wiring.Waits.Select(wait => WaitAsync(unit, wait)));
        await unit.StartAsync();
    }

    /// <summary>Servers last: the others still write while they stop.</summary>
    public async Task StopAsync()
    {
        foreach (var group in _units.Values.GroupBy(unit => unit.IsServer).OrderBy(group => group.Key))
            await Task.WhenAll(group.Select(unit => unit.StopAsync()));
    }

    public string Table()
    {
        var rows = _units.Values
            .Where(unit => !unit.Resource.Wiring.StartsByHand)
            .Select(unit => (unit.Name, unit.State, unit.Address))
            .Prepend(("Resource", "State", "Address"))
            .ToList();
        var (name, state) = (rows.Max(row => row.Item1.Length), rows.Max(row => row.Item2.Length));
        return string.Join('\n', rows.Select(row =>
            $"  {row.Item1.PadRight(name)}  {row.Item2.PadRight(state)}  {row.Item3}".TrimEnd()));
    }

    private async Task WaitAsync(Unit unit, Model.Wait wait)
    {
        if (!_units.TryGetValue(wait.For, out var other))
            return;
        if (wait.ExitCode is not { } expected)
            await other.Ready.WaitAsync(unit.Stopping);
        else if (await other.Completed.WaitAsync(unit.Stopping) is var code && code != expected)
            throw unit.FailedBy(other, $"{other.Name} {Keeper.Ending(code)}, and {unit.Name} waits for it.");
    }
}
