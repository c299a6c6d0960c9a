using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CaseReferral.Storage;
using Gateway.Routes;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Reporting.Storage;
using ServiceDefaults.Access;
using ServiceDefaults.Messaging.Faults;
using ServiceDefaults.Messaging.Following;
using ServiceDefaults.Storage;
using Testing;

namespace Attack.Tests.Platform;

/// <summary>All services behind the gateway, two hubs, and of everything one that an attacker may want to reach.</summary>
[CollectionDefinition(Name)]
public sealed class AttackedPlatform : PlatformFixture, ICollectionFixture<AttackedPlatform>
{
    public const string Name = "attacked platform";
    public const string Reporting = "reporting-harbor";

    /// <summary>Each request is to be refused for what is wrong with it, and not for their number.</summary>
    private static readonly Dictionary<string, string> Unlimited = new()
    {
        ["Gateway:Limits:Client:Requests"] = "1000000", ["Gateway:Limits:Address:Requests"] = "1000000",
    };

    private readonly Dictionary<string, IServiceProvider> provided = [];
    private readonly Dictionary<string, HttpClient> clients = [];

    /// <summary>Every service, by its name on the wire.</summary>
    public IReadOnlyDictionary<string, IServiceProvider> Services => provided;

    public TokenMint Mint { get; private set; } = null!;

    /// <summary>Whose everything is.</summary>
    public Place Home { get; private set; } = null!;

    /// <summary>Other agencies of the same classes, in the same task force.</summary>
    public Place OtherAgency { get; private set; } = null!;

    /// <summary>Another task force of the same hub.</summary>
    public Place OtherTaskForce { get; private set; } = null!;

    public Place OtherHub { get; private set; } = null!;

    /// <summary>A provider that refers its clients to those at home.</summary>
    public Place Sender { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        provided["identity"] = TokenService.Services;
        provided["membership"] = (await StartAsync<MembershipDb>("membership")).Services;
        provided["case-referral"] = (await StartAsync<CaseReferralDb>("case-referral")).Services;
        provided[Reporting] = (await StartAsync<ReportingDb>(Reporting)).Services;
        await StartAsync<GatewayOptions>("gateway", Unlimited);
        Mint = await TokenMint.OfAsync(TokenService.Services, "http://platform.test/api/identity", Time);
        foreach (var service in provided.Keys.Append("gateway")) clients[service] = ClientOf(service);

        var founding = new Founding(this);
        Home = await founding.PlaceAsync("home", "harbor");
        OtherAgency = await founding.AgenciesAsync("other agency", Home);
        Sender = await founding.AgenciesAsync("sender", Home);
        OtherTaskForce = await founding.PlaceAsync("other task force", "harbor");
        OtherHub = await founding.PlaceAsync("other hub", "lakes");
        await founding.UntilKnownAsync(Home, OtherAgency, Sender, OtherTaskForce, OtherHub);
        await Until.TrueAsync(HasFiguresAsync, "there are figures");
    }

    /// <summary>Agencies besides, in a task force of their own in the hub at home, for a test that takes something from them.</summary>
    public async Task<Place> MoreAgenciesAsync(string name)
    {
        var founding = new Founding(this, Home.Hub);
        var place = await founding.PlaceAsync(name, Home.Hub);
        await founding.UntilKnownAsync(place);
        return place;
    }

    public override async Task DisposeAsync()
    {
        foreach (var client in clients.Values) client.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>A connection to a service for whoever asks; the token goes with each request.</summary>
    public HttpClient To(string service) => clients[service];

    public async Task<HttpResponseMessage> SendAsync(string service, HttpMethod method, string path, Person? by, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (by is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Mint.TokenFor(by));
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await To(service).SendAsync(request);
    }

    private async Task<bool> HasFiguresAsync()
    {
        using var answer = await SendAsync(Reporting, HttpMethod.Get, "/referral-report?from=2026-01&to=2026-01", Home.As(Roles.Supervisor));
        return answer.StatusCode != HttpStatusCode.ServiceUnavailable;
    }

    /// <summary>Sends any letter in a header, as only an attacker's client does.</summary>
    private HttpClient ClientOf(string service) => new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
    {
        BaseAddress = AddressOf(service),
    };

    /// <summary>A fault of this service's that only skipping resolves.</summary>
    public async Task<Guid> FaultAsync(string service)
    {
        var fault = new JournalFault
        {
            Kind = FaultKind.NotPublished, Service = service, Hub = "harbor", Position = Random.Shared.NextInt64(1L << 40), EventType = "none",
            Error = "made by a test", FirstAt = Time.GetUtcNow(), LastAt = Time.GetUtcNow(),
        };
        await using var scope = provided[service].CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        db.Faults.Add(fault);
        await db.SaveChangesAsync();
        return fault.Id;
    }

    /// <summary>Until every fact is published and applied: from then on only requests write.</summary>
    public Task UntilQuietAsync() => Until.TrueAsync(
        async () =>
        {
            var heads = new Dictionary<(string, string), long>();
            var marks = new List<Watermark>();
            foreach (var (key, service) in provided)
            {
                await using var scope = service.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
                if (await db.Journal.AnyAsync(row => row.Position == null) || await db.Rebuilds.AnyAsync(rebuild => rebuild.CompletedAt == null)) return false;
                var name = key == Reporting ? "reporting" : key;
                foreach (var stream in await db.JournalStreams.AsNoTracking().ToListAsync()) heads[(name, stream.Hub)] = stream.Assigned;
                marks.AddRange(await db.Watermarks.AsNoTracking().ToListAsync());
            }

            return marks.All(mark => mark.Position == heads.GetValueOrDefault((mark.Service, mark.Hub)));
        },
        "every fact is applied everywhere", TimeSpan.FromMinutes(1));
}
