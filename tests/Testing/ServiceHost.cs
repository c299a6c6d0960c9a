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
            configure?.Invoke(services);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = builder.Build();
        // The factory's own method cannot wait for anything.
        Task.Run(() => host.MigrateAsync(CancellationToken.None)).GetAwaiter().GetResult();
        host.Start();
        return host;
    }
}
