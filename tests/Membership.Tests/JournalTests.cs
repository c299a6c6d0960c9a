using System.Text.Json;
using Contracts;
using Contracts.Membership;
using Testing;

namespace Membership.Tests;

public abstract class JournalTests(MembershipService service)
{
    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : JournalTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : JournalTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : JournalTests(service);

    [Fact]
    public async Task Every_fact_is_in_the_feed_and_no_person_is()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id, name: "Zebulon Markedname");
        var alternate = await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id, name: "Philippa Markedname");
        await scene.EndSeatAsync(taskForce.Id, chair.Id, "TermEnded");
        await scene.LeaveAsync(taskForce.Id, agency.Id);

        var journal = await scene.JournalAsync(8);
        Assert.Equal(Enumerable.Range(1, 8).Select(position => (long)position), journal.Select(entry => entry.Position));
        Assert.All(journal, entry => Assert.Equal(("membership", scene.Hub), (entry.Service, entry.Hub)));
        Assert.Equal(
            ["agency-joined", "agency-left", "agency-listed", "seat-ended", "seat-ended", "seat-taken", "seat-taken", "task-force-formed"],
            journal.Select(entry => entry.Type).Order(StringComparer.Ordinal));

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Equal(
            new TaskForceFormed(taskForce.Id, scene.Hub, taskForce.Name, Formality.Formal, TaskForceModel.ECM), Of<TaskForceFormed>("task-force-formed").Single());
        Assert.Equal(
            new AgencyListed(agency.Id, scene.Hub, agency.Name, AgencyType.NGO, AgencyClass.VictimServices), Of<AgencyListed>("agency-listed").Single());
        Assert.Equal(new AgencyJoined(taskForce.Id, agency.Id, today), Of<AgencyJoined>("agency-joined").Single());
        Assert.Contains(new SeatTaken(alternate.Id, agency.Id, taskForce.Id, Involvement.RepresentingAgency, chair.Id), Of<SeatTaken>("seat-taken"));
        Assert.Equal(
            [
                new SeatEnded(chair.Id, agency.Id, taskForce.Id, SeatEndReason.TermEnded, today),
                new SeatEnded(alternate.Id, agency.Id, taskForce.Id, SeatEndReason.AgencyLeft, today),
            ],
            Of<SeatEnded>("seat-ended"));
        Assert.Equal(new AgencyLeft(taskForce.Id, agency.Id, today), Of<AgencyLeft>("agency-left").Single());

        var text = JsonSerializer.Serialize(journal);
        foreach (var personal in new[] { "Markedname", "Zebulon", "marisol", "director", taskForce.Purpose })
            Assert.DoesNotContain(personal, text, StringComparison.OrdinalIgnoreCase);

        IEnumerable<T> Of<T>(string type) =>
            journal.Where(entry => entry.Type == type).Select(entry => JsonSerializer.Deserialize<T>(entry.Payload, Answers.Json)!);
    }

    [Fact]
    public async Task A_hub_is_established_in_the_stream_of_the_platform()
    {
        var scene = await Scene.StartAsync(service);
        var platform = await service.JournalAsync(JournalEntry.PlatformHub, 1, entry => entry.Payload.Contains(scene.Hub, StringComparison.Ordinal));
        Assert.Contains(platform, entry => entry.Type == "hub-established"
            && JsonSerializer.Deserialize<HubEstablished>(entry.Payload, Answers.Json) == new HubEstablished(scene.Hub, "Harbor"));
    }

    [Fact]
    public async Task What_was_refused_leaves_no_fact()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        await scene.JoinAsync(taskForce.Id, agency.Id);
        await scene.HubAdmin.PostAsJsonAsync("/task-forces", Scene.NewTaskForce(scene.Hub, taskForce.Name));
        await scene.SeatAsync(taskForce.Id, agency.Id);
        Assert.Equal("seat-taken", (await scene.JournalAsync(4))[3].Type);
    }
}
