using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Contracts;
using Membership.Storage;
using Membership.Tests.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Storage;
using Testing;

namespace Membership.Tests;

/// <summary>Membership beside the real Identity and broker, once for all of its tests; each test has a hub of its own.</summary>
public class MembershipService : PlatformFixture
{
    public const string Name = "Membership";

    private static readonly string[] PlatformRoles = [Roles.PlatformAdmin, Roles.Ops, Roles.Service];
    private static readonly string[] TaskForceRoles = [Roles.Coordinator, Roles.CoreGroup];
    private static readonly string[] AgencyRoles = [Roles.AgencyAdmin, Roles.Supervisor, Roles.CaseWorker, Roles.Investigator, Roles.Prosecutor];

    private readonly ConcurrentDictionary<Person, HttpClient> clients = new();
    private readonly CreationWitness creations = new();
    private ServiceHost<MembershipDb> host = null!;

    public MembershipService()
        : this(DatabaseProvider.Sqlite)
    {
    }

    private protected MembershipService(DatabaseProvider provider)
        : base(provider)
    {
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        host = await StartAsync<MembershipDb>("membership", Settings, services =>
        {
            services.AddSingleton<IStartupFilter>(creations)
                .ConfigureDbContext<SqliteMembershipDb>(Watch).ConfigureDbContext<PostgresMembershipDb>(Watch).ConfigureDbContext<SqlServerMembershipDb>(Watch);
            Configure(services);
        });
    }

    /// <summary>Whatever its tests did to it: no change was left out of the audit, and what was created is named there.</summary>
    public override async Task DisposeAsync()
    {
        IReadOnlyList<string> misnamed;
        await using (var scope = Provided.CreateAsyncScope())
            misnamed = await creations.MisnamedAsync(scope.ServiceProvider.GetRequiredService<MembershipDb>());
        await base.DisposeAsync();
        Assert.Empty(Witness.Unaudited.Distinct());
        Assert.Empty(misnamed);
    }

    internal AuditWitness Witness { get; } = new();

    private void Watch(DbContextOptionsBuilder options) => options.AddInterceptors(Witness);

    /// <summary>What a fixture of its own sets otherwise.</summary>
    private protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    private protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>Somebody in this role; where the role needs an agency or a task force and none is given, in some other one.</summary>
    public HttpClient ClientFor(string role, string? hub, Guid? agency = null, Guid? taskForce = null, Guid? seat = null)
    {
        agency ??= AgencyRoles.Contains(role) ? Guid.NewGuid() : null;
        taskForce ??= TaskForceRoles.Contains(role) ? Guid.NewGuid() : null;
        var nowhere = PlatformRoles.Contains(role);
        return Client(new Person(role)
        {
            Hub = nowhere ? null : hub, AgencyId = nowhere ? null : agency, TaskForceId = nowhere ? null : taskForce, SeatId = seat,
            AgencyClass = nowhere || agency is null ? null : role switch
            {
                Roles.Investigator => AgencyClass.LawEnforcement,
                Roles.Prosecutor => AgencyClass.Prosecution,
                _ => AgencyClass.VictimServices,
            },
        });
    }

    public HttpClient Anonymous() => new() { BaseAddress = AddressOf("membership") };

    /// <summary>A stream as another service reads it, once it holds this many entries that matter.</summary>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(string hub, int count, Func<JournalEntry, bool>? matters = null)
    {
        var reader = Client(new Person(Roles.Service));
        return await Until.SomeAsync<IReadOnlyList<JournalEntry>>(
            async () =>
            {
                var journal = await reader.GetFromJsonAsync<List<JournalEntry>>($"/journal/{hub}", Answers.Json);
                return journal!.Count(matters ?? (_ => true)) >= count ? journal : null;
            },
            $"the journal of {hub} has {count} entries");
    }

    public IServiceProvider Provided => host.Services;

    /// <summary>Where it is SQLite's.</summary>
    public string DatabaseFile =>
        new SqliteConnectionStringBuilder(Provided.GetRequiredService<IConfiguration>().GetConnectionString("membership")).DataSource;

    public IEnumerable<string> Routes() =>
        from endpoint in Provided.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    /// <summary>Searches the database's file and its log for texts, byte by byte.</summary>
    public async Task AssertNotStoredAsync(params string[] texts)
    {
        foreach (var file in new[] { DatabaseFile, $"{DatabaseFile}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            foreach (var text in texts) Assert.True(content.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, $"{text} is stored");
        }
    }

    /// <summary>
    /// How often an id stands in the database's files: in SQLite's one and its log, in PostgreSQL's of this table. Row
    /// versions that are gone for every query stand there, too.
    /// </summary>
    public async Task<int> TimesStoredAsync(string table, Guid id)
    {
        await using var scope = Provided.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
            var file = await db.Database.SqlQuery<string>($"SELECT encode(pg_read_binary_file(pg_relation_filepath(quote_ident({table}))), 'hex') AS \"Value\"").SingleAsync();
            return Regex.Count(file, id.ToString("N"));
        }

        var times = 0;
        foreach (var file in new[] { DatabaseFile, $"{DatabaseFile}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            times += Regex.Count(await reader.ReadToEndAsync(), $"{id}", RegexOptions.IgnoreCase);
        }

        return times;
    }

    public HttpClient Client(Person person) =>
        clients.GetOrAdd(person, who => new HttpClient(new Bearer(async () => await TokenAsync(await CoreGroupSeat.OfAsync(Provided, who)))) { BaseAddress = AddressOf("membership") });

    /// <summary>Gets the token with the first request, so that a test can name somebody without waiting.</summary>
    private sealed class Bearer(Func<Task<string>> token) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token());
            return await base.SendAsync(request, cancellationToken);
        }
    }

    public sealed class OnPostgres() : MembershipService(DatabaseProvider.Postgres);

    public sealed class OnSqlServer() : MembershipService(DatabaseProvider.SqlServer);
}

/// <summary>Tests of one collection share one service, and run one after the other. So there are several: no core waits for a long row at the end.</summary>
[CollectionDefinition(MembershipService.Name)]
public sealed class MembershipOnSqlite : ICollectionFixture<MembershipService>;

[CollectionDefinition(Name)]
public sealed class MembershipOfMembers : ICollectionFixture<MembershipService>
{
    public const string Name = "Membership: who takes part, leads and decides";
}

[CollectionDefinition(Name)]
public sealed class MembershipThatMeets : ICollectionFixture<MembershipService>
{
    public const string Name = "Membership: how it meets, acts and sees itself";
}

[CollectionDefinition(Name)]
public sealed class MembershipOnPostgres : ICollectionFixture<MembershipService.OnPostgres>
{
    public const string Name = "Membership on PostgreSQL";
}

[CollectionDefinition(Name)]
public sealed class MembershipOnSqlServer : ICollectionFixture<MembershipService.OnSqlServer>
{
    public const string Name = "Membership on SQL Server";
}
