using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Gateway.Tests.Parts;

/// <summary>The gateway on a real port, in front of real backends: identity, membership, case-referral, one hub's reports.</summary>
public sealed class Platform : IAsyncLifetime, IAsyncDisposable
{
    private readonly Dictionary<string, string> given = [];
    private X509Certificate2? certificate;
    private ILoggerProvider? log;
    private WebApplicationFactory<Gateway.Routes.GatewayOptions>? gateway;

    /// <summary>Where the tokens come from: any provider, here none of the platform's.</summary>
    public Backend Provider { get; private set; } = null!;

    public Backend Identity { get; private set; } = null!;
    public Backend Membership { get; private set; } = null!;
    public Backend CaseReferral { get; private set; } = null!;
    public Backend Harbor { get; private set; } = null!;
    public TokenIssuer Issuer { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>A caller with a good token.</summary>
    public HttpClient Client { get; private set; } = null!;

    public HttpClient Anonymous { get; private set; } = null!;

    public IEnumerable<Backend> Services => [Identity, Membership, CaseReferral, Harbor];

    /// <summary>What has reached any service since <see cref="Forget"/>.</summary>
    public IEnumerable<Received> Received => Services.SelectMany(service => service.Received);

    /// <summary>As it was at the start.</summary>
    public void Forget()
    {
        foreach (var service in Services)
            service.Reset();
    }

    public T Provided<T>() where T : notnull => gateway!.Services.GetRequiredService<T>();

    /// <summary>Before the start; later ones win over the platform's own.</summary>
    public Platform With(string setting, string value)
    {
        given[setting] = value;
        return this;
    }

    /// <summary>Before the start: https with this certificate, which the callers take as it is.</summary>
    public Platform Over(X509Certificate2 itsCertificate)
    {
        certificate = itsCertificate;
        return this;
    }

    /// <summary>Before the start: what takes all that is logged.</summary>
    public Platform Logging(ILoggerProvider provider)
    {
        log = provider;
        return this;
    }

    public static async Task<Platform> StartAsync(Func<Platform, Platform>? with = null)
    {
        var platform = new Platform();
        with?.Invoke(platform);
        await platform.InitializeAsync();
        return platform;
    }

    public async Task InitializeAsync()
    {
        Identity = await Backend.StartAsync();
        Membership = await Backend.StartAsync();
        CaseReferral = await Backend.StartAsync();
        Harbor = await Backend.StartAsync();
        Provider = await Backend.StartAsync();
        Issuer = new TokenIssuer { Issuer = Provider.Url };
        Issuer.ServeOn(Provider);
        Dictionary<string, string> settings = new()
        {
            ["services:identity:http:0"] = Identity.Url,
            ["services:membership:http:0"] = Membership.Url,
            ["services:case-referral:http:0"] = CaseReferral.Url,
            ["services:reporting-harbor:http:0"] = Harbor.Url,
            ["Access:Authority"] = Issuer.Issuer,
            // One address sends what all tests send.
            ["Gateway:Limits:Client:Requests"] = "1000000",
            ["Gateway:Limits:Address:Requests"] = "1000000",
            ["Gateway:Limits:Token:Requests"] = "1000000",
        };
        foreach (var (setting, value) in given)
            settings[setting] = value;
        gateway = new Factory(settings, log);
        gateway.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        gateway.StartServer();
        Address = gateway.ClientOptions.BaseAddress;
        Anonymous = Caller();
        Client = ClientWith(Issuer.Token());
    }

    /// <summary>A caller with this token, which the caller disposes of.</summary>
    public HttpClient ClientWith(string token)
    {
        var client = Caller();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await gateway!.DisposeAsync();
        Issuer.Dispose();
        await Task.WhenAll(Services.Append(Provider).Select(backend => backend.DisposeAsync().AsTask()));
    }

    private HttpClient Caller() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate?.GetCertHashString() },
    })
    {
        BaseAddress = Address,
    };

    private sealed class Factory(Dictionary<string, string> settings, ILoggerProvider? log) : WebApplicationFactory<Gateway.Routes.GatewayOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (setting, value) in settings)
                builder.UseSetting(setting, value);
            if (log is not null) builder.ConfigureServices(services => services.AddSingleton(log));
        }
    }
}

/// <summary>One platform for the tests that only read it.</summary>
[CollectionDefinition(nameof(Platform))]
public sealed class PlatformCollection : ICollectionFixture<Platform>;
