using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Identity.Directory;
using Identity.Storage;
using Microsoft.Data.Sqlite;
using ServiceDefaults.Storage;
using Testing;

namespace Identity.Tests;

/// <summary>Identity alone, on a port and files of its own. No broker is there: it must do without.</summary>
public class IdentityFixture : IAsyncLifetime
{
    public const string Issuer = "http://platform.test/api/identity";

    private readonly List<ServiceHost<IdentityDb>> replicas = [];
    private readonly Databases databases;

    public IdentityFixture()
        : this(DatabaseProvider.Sqlite)
    {
    }

    private protected IdentityFixture(DatabaseProvider provider) => databases = Databases.On(provider);

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("identity-").FullName;
    public SlowTime Time { get; } = new();
    public HttpClient Http { get; private set; } = null!;
    public IServiceProvider Services => replicas[0].Services;
    public Credentials Admin => ReadCredentials("admin");
    public string CredentialsPath => Path.Combine(Folder, "data", "credentials.json");

    /// <summary>SQLite's file.</summary>
    public string DatabasePath =>
        new SqliteConnectionStringBuilder(Services.GetRequiredService<IConfiguration>().GetConnectionString("identity")).DataSource;

    public async Task InitializeAsync() => Http = (await StartAsync()).Client;

    public async Task DisposeAsync()
    {
        foreach (var replica in replicas) await replica.DisposeAsync();
        await databases.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    /// <summary>One more replica on the same files.</summary>
    public async Task<(ServiceHost<IdentityDb> Host, HttpClient Client)> StartAsync(
        Dictionary<string, string>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var port = FreePort.Next();
        var all = new Dictionary<string, string>
        {
            ["ConnectionStrings:rabbitmq"] = "amqp://none:none@127.0.0.1:1",
            ["Database:Provider"] = databases.Provider.ToString(),
            ["ConnectionStrings:identity"] = await databases.ConnectionAsync("identity"),
            ["Platform:PublicUrl"] = "http://platform.test",
            ["services:identity:http:0"] = $"http://127.0.0.1:{port}",
            ["Identity:KeyRing"] = Path.Combine(Folder, "keys"),
            ["Bootstrap:CredentialsFile"] = CredentialsPath,
            ["Bootstrap:Services:membership"] = ServiceSecret,
        };
        foreach (var (key, value) in settings ?? []) all[key] = value;
        var host = new ServiceHost<IdentityDb>(port, all, Time, configure);
        replicas.Add(host);
        await Task.Run(host.StartServer);
        return (host, new HttpClient { BaseAddress = host.Address });
    }

    /// <summary>With the characters that client_secret_basic must have encoded.</summary>
    public const string ServiceSecret = "s3cret: with +/%=&-ü and more of it";

    public async Task StopAsync(ServiceHost<IdentityDb> host)
    {
        replicas.Remove(host);
        await host.DisposeAsync();
    }

    public Credentials ReadCredentials(string entry)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(CredentialsPath));
        var found = file.RootElement.GetProperty(entry);
        return new Credentials(found.GetProperty("clientId").GetString()!, found.GetProperty("clientSecret").GetString()!);
    }

    public static AuthenticationHeaderValue Basic(Credentials credentials) => Basic(
        $"{Uri.EscapeDataString(credentials.ClientId)}:{Uri.EscapeDataString(credentials.Secret)}");

    public static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

    /// <summary>Asks for a token with whatever the test wants to send.</summary>
    public async Task<HttpResponseMessage> AskAsync(
        AuthenticationHeaderValue? authorization, IEnumerable<KeyValuePair<string, string>>? form = null, string? from = null, HttpClient? at = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new FormUrlEncodedContent(form ?? [new("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = authorization;
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        return await (at ?? Http).SendAsync(request);
    }

    public async Task<string> TokenAsync(Credentials credentials)
    {
        using var answer = await AskAsync(Basic(credentials));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("access_token").GetString()!;
    }

    /// <summary>Sends to the admin API as this client.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        Credentials who, HttpMethod method, string path, object? body = null, string? ifMatch = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(who));
        return await Http.SendAsync(request);
    }

    public async Task<Credentials> RegisterAsync(object client, Credentials? by = null)
    {
        using var answer = await SendAsync(by ?? Admin, HttpMethod.Post, "/clients", client);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var made = await answer.JsonAsync();
        return new Credentials(
            made.GetProperty("clientId").GetString()!,
            made.TryGetProperty("clientSecret", out var secret) ? secret.GetString()! : "");
    }

    public async Task InDbAsync(Func<IdentityDb, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<IdentityDb>());
    }

    /// <summary>What Membership's events would have told.</summary>
    public Task ListAsync(Guid agencyId, string hub, Contracts.AgencyClass agencyClass) => InDbAsync(db =>
    {
        db.Add(new ListedAgency { AgencyId = agencyId, Hub = hub, AgencyClass = agencyClass });
        return db.SaveChangesAsync();
    });

    public sealed class OnPostgres() : IdentityFixture(DatabaseProvider.Postgres);

    public sealed class OnSqlServer() : IdentityFixture(DatabaseProvider.SqlServer);
}

public sealed record Credentials(string ClientId, string Secret);

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public static async Task<string> ErrorAsync(this HttpResponseMessage answer) =>
        (await answer.JsonAsync()).GetProperty("error").GetString()!;

    /// <summary>The last part of the problem's type.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage answer) =>
        (await answer.JsonAsync()).GetProperty("type").GetString()!.Split('/')[^1];
}
