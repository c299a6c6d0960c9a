using System.Net;
using Membership.Agencies;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Storage;
using Testing;

namespace Membership.Tests.Audit;

/// <summary>Every change and every denial, with who, what, when and by which request (release-of-information, rule 14).</summary>
public abstract class AuditTests(MembershipService service)
{
    [Collection(MembershipOfMembers.Name)]
    public sealed class OnSqlite(MembershipService service) : AuditTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : AuditTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : AuditTests(service);

    [Fact]
    public async Task A_change_is_there_once_with_who_what_when_and_by_which_request_and_without_a_value()
    {
        var scene = await Scene.StartAsync(service);
        var audit = new AuditScene(service, scene.Hub);
        var (taskForce, agency) = await scene.MemberAsync();
        var admin = scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id);
        var seats = $"/task-forces/{taskForce.Id}/seats";
        var (name, title, trace) = ($"Marked-{Guid.NewGuid():n}", $"Marked-{Guid.NewGuid():n}", $"{Guid.NewGuid():n}");
        var before = service.Time.GetUtcNow();

        SeatView seat = null!;
        var taken = Assert.Single(await audit.AddedByAsync(async () =>
        {
            using var take = new HttpRequestMessage(HttpMethod.Post, seats)
            {
                Content = JsonContent.Create(Scene.Person(agency.Id, name)), Headers = { { "traceparent", $"00-{trace}-{trace[..16]}-01" }, { "Idempotency-Key", $"{Guid.NewGuid()}" } },
            };
            seat = await (await admin.SendAsync(take)).ReadAsync<SeatView>(HttpStatusCode.Created);
        }));
        Assert.Equal(
            (AuditDeed.Changed, "POST /task-forces/{id:guid}/seats", seat.Id, agency.Id, Roles.AgencyAdmin, trace),
            (taken.Deed, taken.Action, taken.ResourceId, taken.AgencyId, taken.Roles, taken.RequestId));
        Assert.Contains("+Seat", taken.Fields!.Split(", "));
        Assert.InRange(taken.At, before.AddSeconds(-1), service.Time.GetUtcNow().AddSeconds(1));

        var changed = Assert.Single(await audit.AddedByAsync(async () =>
            (await Scene.ChangeAsync(admin, HttpMethod.Put, $"{seats}/{seat.Id}", $"{seats}/{seat.Id}", new { involvement = "AgencyLevel", title })).EnsureSuccessStatusCode()));
        Assert.Equal(("PUT /task-forces/{id:guid}/seats/{seatId:guid}", seat.Id, taken.Subject), (changed.Action, changed.ResourceId!.Value, changed.Subject));
        Assert.Contains("Seat(", changed.Fields!, StringComparison.Ordinal);
        Assert.Contains("Title", changed.Fields!, StringComparison.Ordinal);

        var ended = Assert.Single(await audit.AddedByAsync(() => scene.EndSeatAsync(taskForce.Id, seat.Id)));
        Assert.Equal(("POST /task-forces/{id:guid}/seats/{seatId:guid}/end", seat.Id, Roles.HubAdmin), (ended.Action, ended.ResourceId!.Value, ended.Roles));

        // Found again by what was changed, who changed it and for whom, page by page.
        var officer = audit.Officer;
        var first = await officer.GetAsync($"/audit?take=1&resourceId={seat.Id}&deed=Changed&subject={taken.Subject}&agencyId={agency.Id}");
        Assert.Equal([taken.Number], (await first.ReadAsync<List<AuditEntryView>>()).Select(entry => entry.Number));
        var next = first.Headers.GetValues("Link").Single();
        var second = await officer.GetAsync($"/audit{next[1..next.IndexOf('>', StringComparison.Ordinal)]}");
        Assert.Equal([changed.Number], (await second.ReadAsync<List<AuditEntryView>>()).Select(entry => entry.Number));
        Assert.False(second.Headers.Contains("Link"));
        Assert.Empty(await (await officer.GetAsync($"/audit?resourceId={seat.Id}&deed=Denied")).ReadAsync<List<AuditEntryView>>());
        Assert.Contains("take", (await (await officer.GetAsync("/audit?take=201")).ErrorsAsync()).Keys);
        Assert.Contains("after", (await (await officer.GetAsync("/audit?after=-1")).ErrorsAsync()).Keys);

        // No value is in any column.
        Assert.Empty(await InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.Fields!.Contains("Marked-") || entry.Action.Contains("Marked-")).ToListAsync()));
        await audit.IntactAsync();
    }

    [Fact]
    public async Task What_did_not_come_about_is_not_there_and_a_repeated_request_is_there_once()
    {
        var scene = await Scene.StartAsync(service);
        var audit = new AuditScene(service, scene.Hub);
        var taskForce = await scene.TaskForceAsync("Harbor");
        var agency = await scene.AgencyAsync();
        Assert.Empty(await audit.AddedByAsync(async () =>
        {
            Assert.Equal(HttpStatusCode.Conflict, (await scene.HubAdmin.PostAsJsonAsync("/task-forces", Scene.NewTaskForce(scene.Hub, "Harbor"))).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await scene.HubAdmin.PostAsJsonAsync("/task-forces", new { scene.Hub })).StatusCode);
        }));

        var key = $"{Guid.NewGuid()}";
        var joined = Assert.Single(await audit.AddedByAsync(async () =>
        {
            for (var turn = 0; turn < 3; turn++)
            {
                using var join = new HttpRequestMessage(HttpMethod.Post, $"/task-forces/{taskForce.Id}/members")
                {
                    Content = JsonContent.Create(new { agencyId = agency.Id }), Headers = { { "Idempotency-Key", key } },
                };
                Assert.Equal(HttpStatusCode.Created, (await scene.HubAdmin.SendAsync(join)).StatusCode);
            }
        }));
        Assert.Equal("POST /task-forces/{id:guid}/members", joined.Action);
    }

    [Fact]
    public async Task A_denial_is_there_whether_it_was_told_or_hidden()
    {
        var scene = await Scene.StartAsync(service);
        var audit = new AuditScene(service, scene.Hub);
        var taskForce = await scene.TaskForceAsync();
        var (worker, missing) = (scene.As(Roles.CaseWorker), Guid.NewGuid());
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.PostAsJsonAsync("/task-forces", Scene.NewTaskForce(scene.Hub, "Another"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync($"/task-forces/{taskForce.Id}/seats/{missing}")).StatusCode);

        var refused = await audit.WrittenAsync(entry => entry.Action == "POST /task-forces" && entry.Deed == AuditDeed.Denied);
        var hidden = await audit.WrittenAsync(entry => entry.ResourceId == missing);
        Assert.Equal((AuditDeed.Denied, "GET /task-forces/{id:guid}/seats/{seatId:guid}", Roles.CaseWorker), (hidden.Deed, hidden.Action, hidden.Roles));
        Assert.All([refused, hidden], entry => Assert.True(entry is { Fields: null, RequestId.Length: > 0, AgencyId: not null }));
        await audit.IntactAsync();
    }

    [Fact]
    public async Task Only_data_protection_reads_it_and_only_its_own_hubs()
    {
        var (scene, other) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        foreach (var role in new[] { Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin, Roles.PlatformAdmin, Roles.Ops })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.As(role).GetAsync("/audit")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.As(role).GetAsync("/audit/verification")).StatusCode);
        }

        var officer = scene.As(Roles.DataProtection);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/audit?hub={other.Hub}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/audit/verification?hub={other.Hub}")).StatusCode);
        // Of the platform: that there is a hub, and whether its chain is whole.
        var platform = service.ClientFor(Roles.DataProtection, hub: null);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.GetAsync($"/audit?hub={scene.Hub}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await platform.GetAsync($"/audit/verification?hub={scene.Hub}")).StatusCode);
    }

    [Fact]
    public async Task An_altered_removed_or_inserted_entry_is_named()
    {
        const string copied = "At, Subject, AgencyId, Roles, Deed, Action, ResourceId, Fields, RequestId, PreviousHash, Hash";
        foreach (var (fault, spoil) in new (AuditFault, string)[]
        {
            (new(2, AuditFaultKind.Altered), "UPDATE AuditEntries SET Subject = 'somebody-else' WHERE Hub = '{hub}' AND Number = 2"),
            (new(2, AuditFaultKind.Altered), "UPDATE AuditEntries SET Fields = 'Nothing' WHERE Hub = '{hub}' AND Number = 2"),
            (new(1, AuditFaultKind.Altered), "UPDATE AuditEntries SET Fields = NULL WHERE Hub = '{hub}' AND Number = 1"),
            (new(2, AuditFaultKind.Removed), "DELETE FROM AuditEntries WHERE Hub = '{hub}' AND Number = 2"),
            (new(4, AuditFaultKind.Inserted),
                $"INSERT INTO AuditEntries (Id, Hub, Number, {copied}) SELECT {NewId()}, Hub, 4, {copied} FROM AuditEntries WHERE Hub = '{{hub}}' AND Number = 3"),
        })
        {
            var scene = await Scene.StartAsync(service);
            for (var made = 1; made <= 3; made++) await scene.TaskForceAsync($"Task force {made}");
            var audit = new AuditScene(service, scene.Hub);
            await audit.IntactAsync();
            Assert.Equal(fault, await audit.SpoiltByAsync(spoil));
        }

        string NewId() => service.Provider == DatabaseProvider.Postgres ? $"'{Guid.NewGuid()}'::uuid" : $"'{Guid.NewGuid().ToString().ToUpperInvariant()}'";
    }

    [Fact]
    public async Task Many_writers_make_one_chain()
    {
        var scene = await Scene.StartAsync(service);
        var audit = new AuditScene(service, scene.Hub);
        var worker = scene.As(Roles.CaseWorker);
        await worker.GetAsync("/task-forces");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => turn % 2 == 0
            ? scene.TaskForceAsync($"Task force {turn}")
            : (Task)worker.GetAsync($"/task-forces/{Guid.NewGuid()}")));
        await Until.TrueAsync(async () => (await audit.AllAsync()).Count == 40, "all is written");
        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), (await audit.AllAsync()).Select(entry => entry.Number));
        await audit.IntactAsync();
    }

    [Fact]
    public async Task A_hub_that_is_older_than_the_audit_gets_its_chain_at_the_start()
    {
        var scene = await Scene.StartAsync(service);
        Assert.Equal(0, (await new AuditScene(service, scene.Hub).VerifyAsync()).Number);
        await InDatabaseAsync(db => db.AuditHeads.Where(head => head.Hub == scene.Hub).ExecuteDeleteAsync());
        await using (var scope = service.Provided.CreateAsyncScope())
            foreach (var step in scope.ServiceProvider.GetServices<IBootstrap>()) await step.RunAsync(CancellationToken.None);
        await scene.TaskForceAsync();
        Assert.Equal((true, 1), (await new AuditScene(service, scene.Hub).VerifyAsync() is var verified && verified.Intact, verified.Number));
    }

    [Fact]
    public async Task An_import_of_a_thousand_agencies_is_one_entry_of_bounded_length()
    {
        var scene = await Scene.StartAsync(service);
        var audit = new AuditScene(service, scene.Hub);
        var agencies = Enumerable.Range(0, 1000).Select(i => new { id = Guid.NewGuid(), name = $"Agency {i}" }).ToList();
        var listed = Assert.Single(await audit.AddedByAsync(() => ImportAsync(agencies)));
        Assert.Equal(("POST /agencies/import", null, "+Agency x1000"), (listed.Action, listed.ResourceId, listed.Fields));
        var renamed = Assert.Single(await audit.AddedByAsync(() => ImportAsync([.. agencies.Select(agency => new { agency.id, name = $"{agency.name} renamed" })])));
        Assert.Equal("Agency(Name) x1000", renamed.Fields);

        async Task ImportAsync<T>(List<T> file) =>
            await (await scene.HubAdmin.PostAsJsonAsync(Scene.ImportPath(), file)).ReadAsync<AgencyImportReport>();
    }

    private async Task<T> InDatabaseAsync<T>(Func<MembershipDb, Task<T>> ask)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<MembershipDb>());
    }
}
