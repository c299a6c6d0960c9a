using System.Net;
using System.Text.Json;
using Demonstration.Fable;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>Chapter 1: the task force, its members, the change of the chair and no orphaned seat.</summary>
[Collection(FableCollection.Name)]
public sealed class QueSeraSeraTests(FablePlayed fable)
{
    [Fact]
    public async Task The_task_force_has_its_members_and_no_orphaned_seat_among_its_founders()
    {
        var members = (await fable.Cast.Coordinator.GetAsync($"/api/membership/task-forces/{fable.Cast.TaskForceId}/members")).EnumerateArray().ToList();
        Assert.Equal(8, members.Count);
        foreach (var founder in Cast.Founders)
        {
            var member = members.Single(member => member.GetProperty("agencyId").GetGuid() == fable.Cast.IdOf(founder));
            Assert.Equal(founder.Class, member.GetProperty("agencyClass").GetString());
            Assert.False(member.GetProperty("orphaned").GetBoolean(), $"{founder.Name} has nobody");
        }
    }

    [Fact]
    public async Task The_chair_passed_to_the_deputy_chief_for_a_term_and_how_it_did_is_on_record()
    {
        var deputy = fable.Cast.Seats["police"];
        var leadership = await fable.Cast.Coordinator.GetAsync($"{fable.Cast.TaskForce}/leadership");
        var chair = Assert.Single(leadership.GetProperty("positions").EnumerateArray());
        Assert.Equal(("Chair", deputy), (chair.GetProperty("kind").GetString(), chair.GetProperty("seatId").GetGuid()));
        Assert.NotEqual(JsonValueKind.Null, chair.GetProperty("termEndsOn").ValueKind);
        Assert.True(leadership.GetProperty("complete").GetBoolean());

        var changes = (await fable.Cast.Coordinator.GetAsync($"{fable.Cast.TaskForce}/structure-changes")).EnumerateArray().Select(change => change.GetProperty("kind").GetString());
        Assert.Subset(changes.ToHashSet(), new HashSet<string?> { "PositionTaken", "PositionActing", "PositionPassedOn" });
        var orientation = (await fable.Cast.Coordinator.GetAsync($"{fable.Cast.TaskForce}/orientations")).EnumerateArray();
        Assert.Contains(orientation, open => open.GetProperty("seatId").GetGuid() == deputy);
    }

    [Fact]
    public async Task They_met_three_times_and_it_is_known_who_came()
    {
        var meetings = (await fable.Cast.Coordinator.GetAsync($"{fable.Cast.TaskForce}/meetings?to={DateTime.UtcNow.Date.AddDays(-1):yyyy-MM-dd}")).EnumerateArray()
            .Where(meeting => meeting.GetProperty("title").GetString() == "Monthly meeting").OrderBy(meeting => meeting.GetProperty("on").GetString()).ToList();
        Assert.Equal(3, meetings.Count);
        var attended = new List<int>();
        foreach (var meeting in meetings)
        {
            Assert.Equal("Held", meeting.GetProperty("state").GetString());
            attended.Add((await fable.Cast.Coordinator.GetAsync($"{fable.Cast.TaskForce}/meetings/{meeting.GetProperty("id").GetGuid()}/attendance")).GetArrayLength());
        }

        Assert.Equal([4, 3, 5], attended);
    }

    [Fact]
    public async Task A_foreign_hubs_office_finds_no_such_task_force()
    {
        await fable.Admin.AskAsync(HttpMethod.Post, "/api/membership/hubs", JsonContent.Create(new { code = "ridge", name = "Ridge Region" }));
        var ridge = await fable.Stage.IntroduceAsync(fable.Admin, "ridge-admin", new { name = "Ridge hub office", hub = "ridge", roles = new[] { "hub-admin" } });
        using var answer = await ridge.AskAsync(HttpMethod.Get, $"/api/membership/task-forces/{fable.Cast.TaskForceId}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_police_may_not_seat_people_for_others()
    {
        using var answer = await fable.Cast.WorkerOf(Cast.Police).AskAsync(
            HttpMethod.Post, $"/api/membership/task-forces/{fable.Cast.TaskForceId}/seats",
            JsonContent.Create(new { agencyId = fable.Cast.IdOf(Cast.VictimServices), personName = "Nobody", involvement = "Individual" }));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
    }
}
