using System.Net.Http.Headers;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Host;

/// <summary>The shelf on Kestrel with a database and an issuer of its own; may be started again on the same database.</summary>
public class ShelfHost : IAsyncLifetime
{
    private readonly Databases databases;
    private readonly List<WebApplication> running = [];

    public ShelfHost()
        : this(DatabaseProvider.Sqlite)
    {
    }

    internal ShelfHost(DatabaseProvider provider) => databases = Databases.On(provider);

    public Issuer Issuer { get; } = new();
    public MovableTime Time { get; } = new();
    public WebApplication App => running[^1];
    public string Url => App.Urls.Single();
    public Dictionary<string, string?> Settings { get; } = [];
    public Watched Watched { get; } = new();
    /// <summary>What a test adds to the service.</summary>
    public Action<WebApplicationBuilder>? Configure { get; set; }

    public Lines Log { get; } = new();

    public async Task InitializeAsync()
    {
        await Issuer.StartAsync();
        await StartAsync();
    }

    /// <summary>Another replica, or the same again after <see cref="StopAsync"/>.</summary>
    public async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ShelfHost).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = databases.Provider.ToString(),
            ["ConnectionStrings:shelf"] = await databases.ConnectionAsync("shelf"),
            ["Access:Authority"] = Issuer.Url,
            ["ServiceClient:ClientId"] = "shelf",
            ["ServiceClient:ClientSecret"] = "for tests only",
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton(Watched);
        builder.AddServiceDefaults("shelf");
        builder.AddDatabase<ShelfDb>("shelf");
        builder.Services.AddValidation();
        builder.Logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(null, LogLevel.None).AddProvider(Log);
        Configure?.Invoke(builder);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapServiceDefaults().MapShelf();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ShelfDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        running.Add(app);
        return app;
    }

    public async Task StopAsync()
    {
        await App.DisposeAsync();
        running.RemoveAt(running.Count - 1);
    }

    public HttpClient Anonymous(WebApplication? app = null) => new() { BaseAddress = new Uri((app ?? App).Urls.Single()) };

    public HttpClient With(string token, WebApplication? app = null)
    {
        var client = Anonymous(app);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public HttpClient As(params string[] roles) => With(Issuer.Token(roles: roles));

    public DatabaseProvider Provider => databases.Provider;

    public async Task InDatabaseAsync(Func<ShelfDb, Task> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ShelfDb>());
    }

    public Task PurgeAsync() =>
        InDatabaseAsync(db => App.Services.GetServices<IHostedService>().OfType<KeptAnswerPurge>().Single().PurgeAsync(db, default));

    /// <summary>A token of the moved clock's now.</summary>
    public string TokenNow() => Issuer.Token(change: token =>
    {
        var now = Time.GetUtcNow().UtcDateTime;
        (token.IssuedAt, token.NotBefore, token.Expires) = (now, now, now.AddMinutes(10));
    });

    public async Task DisposeAsync()
    {
        foreach (var app in running)
            await app.DisposeAsync();
        await Issuer.DisposeAsync();
        await databases.DisposeAsync();
    }

    public sealed class OnPostgres() : ShelfHost(DatabaseProvider.Postgres);

    public sealed class OnSqlServer() : ShelfHost(DatabaseProvider.SqlServer);
}
