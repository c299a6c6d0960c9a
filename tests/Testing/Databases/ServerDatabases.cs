using System.Collections.Concurrent;
using ServiceDefaults.Storage;

namespace Testing;

/// <summary>Databases on a shared server, under names that nobody else has.</summary>
internal sealed class ServerDatabases(DatabaseProvider provider, Func<Task<IDatabaseServer>> server) : Databases
{
    private readonly string prefix = $"t{Guid.NewGuid():N}"[..13];
    private readonly ConcurrentDictionary<string, string> names = new();

    public override DatabaseProvider Provider => provider;

    public override async Task<string> ConnectionAsync(string service) =>
        (await server()).ConnectionTo(names.GetOrAdd(service, name => $"{prefix}_{name}"));

    public override async ValueTask DisposeAsync()
    {
        foreach (var name in names.Values) await (await server()).DropAsync(name);
    }
}
