using System.Globalization;
using Microsoft.AspNetCore.Mvc.Testing;
using ServiceDefaults;

namespace Testing;

/// <summary>A whole service in this process, on Kestrel and a real port, migrated before it starts.</summary>
/// <typeparam name="TMarker">Any type of the service's assembly.</typeparam>
public sealed class ServiceHost<TMarker> : WebApplicationFactory<TMarker> where TMarker : class
{
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly TimeProvider time;
    private readonly Action<IServiceCollection>? configure;

    public ServiceHost(int port, IReadOnlyDictionary<string, string> settings, TimeProvider time, Action<IServiceCollection>? configure = null)
    {
        (this.settings, this.time, this.configure) = (settings, time, configure);
        Address = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        UseKestrel(port);
    }

    public Uri Address { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(time);
            services.AddHostedService<MigrateFirst>();
            configure?.Invoke(services);
        });
    }

    /// <summary>Before anything of the service runs: the program goes on to start itself as soon as it is built.</summary>
    private sealed class MigrateFirst(IHost host) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => host.MigrateAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
