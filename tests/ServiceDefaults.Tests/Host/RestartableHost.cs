using ServiceDefaults.Storage;

namespace ServiceDefaults.Tests.Host;

/// <summary>A host for one test alone, which may stop and start it.</summary>
public sealed class RestartableHost : IAsyncDisposable
{
    public RestartableHost(Action<ShelfHost>? configure = null, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        Host = new ShelfHost(provider);
        configure?.Invoke(Host);
        Task.Run(Host.InitializeAsync).GetAwaiter().GetResult();
        First = Host.App;
    }

    public ShelfHost Host { get; }

    public WebApplication First { get; }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
