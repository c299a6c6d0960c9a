using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Identity.Storage;
using Microsoft.AspNetCore.Identity;
using ServiceDefaults.Storage;
using Xunit;

namespace Testing;

/// <summary>
/// The platform for a test class: the shared broker (a virtual host of its own), the real Identity, and whatever services
/// the class starts; databases of its own, on one provider; real tokens for whoever a test acts as.
/// </summary>
public class PlatformFixture : IAsyncLifetime
{
    /// <summary>
    /// Of a client's secret. Every test has people of its own, and what a hundred times as many rounds cost for each of them, once to
    /// register and once to sign in, was most of what the tests cost. Identity's own tests hash as production does.
    /// </summary>
    private const int HashRounds = 1000;

    private readonly Databases databases;
    private readonly string folder = Directory.CreateTempSubdirectory("platform-").FullName;
    private readonly ConcurrentDictionary<string, int> ports = new();
    private readonly ConcurrentDictionary<string, string> secrets = new();
    private readonly ConcurrentDictionary<string, string> tokens = new();
    private readonly List<IAsyncDisposable> hosts = [];
    private string broker = "";
    private HttpClient identity = null!;
    private string adminToken = "";

    /// <summary>The services that may find one another here, started or not.</summary>
    private static readonly string[] Services = ["identity", "membership", "case-referral", "reporting-harbor"];

    public PlatformFixture()
        : this(DatabaseProvider.Sqlite)
    {
    }

    /// <summary>Not public: a fixture of xunit has one public constructor.</summary>
    protected PlatformFixture(DatabaseProvider provider) => databases = Databases.On(provider);

    public DatabaseProvider Provider => databases.Provider;

    public MovableTime Time { get; } = new();

    public ServiceHost<IdentityDb> TokenService { get; private set; } = null!;

    /// <summary>The broker's management API.</summary>
    public HttpClient Broker { get; private set; } = null!;

    /// <summary>This fixture's own part of the broker.</summary>
    public string VirtualHost => broker[(broker.LastIndexOf('/') + 1)..];

    public virtual async Task InitializeAsync()
    {
        var node = await BrokerNode.SharedAsync();
        (broker, Broker) = (await node.NewVirtualHostAsync(), node.Management);
        foreach (var service in Services) secrets[service] = Guid.NewGuid().ToString("N");
        TokenService = await StartAsync<IdentityDb>("identity", configure: services => services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = HashRounds));
        identity = new HttpClient { BaseAddress = AddressOf("identity") };
        await SignInAsync();
    }

    /// <summary>Makes it later. Tokens are taken anew, since those that are held have expired by then.</summary>
    public async Task MoveAsync(TimeSpan by)
    {
        Time.Move(by);
        tokens.Clear();
        await SignInAsync();
    }

    private async Task SignInAsync()
    {
        using var credentials = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "credentials.json")));
        var admin = credentials.RootElement.GetProperty("admin");
        adminToken = await TokenAsync(admin.GetProperty("clientId").GetString()!, admin.GetProperty("clientSecret").GetString()!);
    }

    public virtual async Task DisposeAsync()
    {
        identity.Dispose();
        foreach (var host in Enumerable.Reverse(hosts)) await host.DisposeAsync();
        await databases.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Uri AddressOf(string service) => new($"http://127.0.0.1:{PortOf(service).ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Starts a service. It finds its own database again when it is started a second time.</summary>
    public async Task<ServiceHost<TMarker>> StartAsync<TMarker>(
        string service, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? configure = null)
        where TMarker : class => await StartAsync<TMarker>(service, PortOf(service), settings, configure);

    /// <summary>Starts one more of a service, on the same database and another port.</summary>
    public Task<ServiceHost<TMarker>> StartReplicaAsync<TMarker>(string service, IReadOnlyDictionary<string, string>? settings = null)
        where TMarker : class => StartAsync<TMarker>(service, FreePort.Next(), settings, null);

    private async Task<ServiceHost<TMarker>> StartAsync<TMarker>(
        string service, int port, IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? configure)
        where TMarker : class
    {
        var all = await SettingsAsync(service);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) all[key] = value;
        var host = new ServiceHost<TMarker>(port, all, Time, configure);
        await Task.Run(host.StartServer);
        hosts.Add(host);
        return host;
    }

    /// <summary>An HTTP client of a service for somebody; without a person it carries no token.</summary>
    public async Task<HttpClient> ClientAsync(string service, Person? person = null)
    {
        var client = new HttpClient { BaseAddress = AddressOf(service) };
        if (person is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
        return client;
    }

    /// <summary>A real token for somebody. The same person gets the same token again.</summary>
    public async Task<string> TokenAsync(Person person)
    {
        var key = JsonSerializer.Serialize(person);
        if (tokens.TryGetValue(key, out var known)) return known;

        // Identity hears of a seat that was just taken a moment later.
        var body = await Until.SomeAsync(async () => await RegisterAsync(person), "the seat is known", TimeSpan.FromSeconds(15));
        using var made = JsonDocument.Parse(body);
        return tokens[key] = await TokenAsync(made.RootElement.GetProperty("clientId").GetString()!, made.RootElement.GetProperty("clientSecret").GetString()!);
    }

    /// <summary>The registered client; null where the seat is not known yet.</summary>
    private async Task<string?> RegisterAsync(Person person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/clients")
        {
            Content = JsonContent.Create(new
            {
                name = string.Join(' ', person.Roles), person.AgencyId, agencyClass = person.AgencyClass?.ToString(), person.Hub,
                person.TaskForceId, person.SeatId, roles = person.Roles,
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", adminToken);
        using var answer = await identity.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.IsSuccessStatusCode) return body;
        return body.Contains("seat-not-listed", StringComparison.Ordinal)
            ? null : throw new InvalidOperationException($"The client was not registered: {answer.StatusCode} {body}");
    }

    /// <summary>An HTTP client of one service for another: with a service's own token, as the feeds want it.</summary>
    public async Task<HttpClient> ServiceClientAsync(string service, string asService)
    {
        var client = new HttpClient { BaseAddress = AddressOf(service) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(asService, secrets[asService]));
        return client;
    }

    /// <summary>A token by client credentials.</summary>
    public async Task<string> TokenAsync(string clientId, string clientSecret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        var basic = $"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(clientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        using var answer = await identity.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"No token: {answer.StatusCode} {body}");
        using var token = JsonDocument.Parse(body);
        return token.RootElement.GetProperty("access_token").GetString()!;
    }

    private int PortOf(string service) => ports.GetOrAdd(service, _ => FreePort.Next());

    /// <summary>Every instance of Reporting calls its own database <c>reporting</c>.</summary>
    private static string ConnectionName(string service) => service.StartsWith("reporting", StringComparison.Ordinal) ? "reporting" : service;

    protected async Task<Dictionary<string, string>> SettingsAsync(string service)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:rabbitmq"] = broker,
            ["Database:Provider"] = databases.Provider.ToString(),
            [$"ConnectionStrings:{ConnectionName(service)}"] = await databases.ConnectionAsync(service),
            ["Platform:PublicUrl"] = "http://platform.test",
            ["ServiceClient:ClientId"] = service,
            ["ServiceClient:ClientSecret"] = secrets.GetValueOrDefault(service, ""),
            ["Bootstrap:CredentialsFile"] = Path.Combine(folder, "credentials.json"),
            ["Identity:KeyRing"] = Path.Combine(folder, "keys"),
            ["Documents:Folder"] = Path.Combine(folder, "documents"),
            ["Reporting:Hub"] = "harbor",
            ["Bootstrap:Hubs:reporting-harbor"] = "harbor",
        };
        foreach (var other in Services) settings[$"services:{other}:http:0"] = AddressOf(other).ToString().TrimEnd('/');
        foreach (var (name, secret) in secrets) settings[$"Bootstrap:Services:{name}"] = secret;
        return settings;
    }
}
