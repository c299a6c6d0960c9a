using System.Net;
using Membership.Meetings;
using Membership.Meetings.ActionItems;
using Membership.Meetings.Agenda;
using Membership.Reminders;
using Membership.Storage;
using Testing;

namespace Membership.Tests.Meetings;

[Collection(MembershipThatMeets.Name)]
public sealed class ActionItemTests(MembershipService service)
{
    [Fact]
    public async Task An_action_item_has_an_owner_a_day_and_an_origin_and_ends_done_or_dropped_with_a_reason()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        var agendaItem = await (await scene.Coordinator.PostAsJsonAsync($"{scene.At(meeting)}/agenda", new { title = "Referrals", kind = "Discussion" }))
            .ReadAsync<AgendaItemView>(HttpStatusCode.Created);
        var body = new { title = "Write the form", dueOn = "2027-06-01", ownerSeatId = scene.ShelterSeat.Id, meetingId = meeting.Id, agendaItemId = agendaItem.Id };
        var item = await (await scene.CoreGroup.PostAsJsonAsync($"{scene.Path}/action-items", body)).ReadAsync<ActionItemView>(HttpStatusCode.Created);
        Assert.Equal((scene.Shelter.Id, meeting.Id, agendaItem.Id, ActionItemState.Open), (item.OwnerAgencyId, item.MeetingId!.Value, item.AgendaItemId!.Value, item.State));

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.DoAsync(item, "completion", new { }, scene.OfPolice)).StatusCode);
        var done = await (await scene.DoAsync(item, "completion", new { whatWasDone = "Two pages." }, scene.OfShelter)).ReadAsync<ActionItemView>();
        Assert.Equal((ActionItemState.Done, "Two pages."), (done.State, done.Reason));
        Assert.Equal("state-conflict", await (await scene.DoAsync(item, "drop", new { reason = "Too late." })).ProblemAsync(HttpStatusCode.Conflict));
        var other = await scene.ActionItemAsync("2027-06-01", scene.Police.Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.DoAsync(other, "drop", new { reason = "We would rather not." }, scene.OfPolice)).StatusCode);
        Assert.Equal(ActionItemState.Dropped, (await (await scene.DoAsync(other, "drop", new { reason = "Solved otherwise." })).ReadAsync<ActionItemView>()).State);
    }

    [Fact]
    public async Task It_is_listed_by_owner_person_state_and_day()
    {
        var scene = await MeetingScene.StartAsync(service);
        var early = await scene.ActionItemAsync("2026-01-10", scene.Police.Id);
        var mine = await scene.ActionItemAsync("2027-06-01", seat: scene.ShelterSeat.Id);
        var done = await scene.ActionItemAsync("2027-07-01", scene.Shelter.Id);
        await scene.DoAsync(done, "completion", new { });
        Assert.True(early.Overdue && !mine.Overdue);
        Assert.Equal([early.Id], await IdsAsync($"ownerAgencyId={scene.Police.Id}"));
        Assert.Equal([mine.Id], await IdsAsync($"ownerSeatId={scene.ShelterSeat.Id}"));
        Assert.Equal([done.Id], await IdsAsync("state=Done"));
        Assert.Equal([early.Id], await IdsAsync("dueBefore=2026-06-01"));

        async Task<IEnumerable<Guid>> IdsAsync(string query) =>
            (await scene.OfPolice.GetFromJsonAsync<List<ActionItemView>>($"{scene.Path}/action-items?{query}", Answers.Json))!.Select(item => item.Id);
    }

    [Fact]
    public async Task Its_agency_names_who_takes_it_on_and_what_was_agreed_stays()
    {
        var scene = await MeetingScene.StartAsync(service);
        var item = await scene.ActionItemAsync("2027-06-01", scene.Police.Id);
        var named = new { title = item.Title, dueOn = "2027-06-01", ownerSeatId = scene.PoliceSeat.Id };
        Assert.Equal(scene.PoliceSeat.Id, (await (await scene.DoAsync(item, "", named, scene.OfPolice)).ReadAsync<ActionItemView>()).OwnerSeatId);
        var later = new { title = item.Title, dueOn = "2027-09-01", ownerSeatId = scene.PoliceSeat.Id };
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.DoAsync(item, "", later, scene.OfPolice)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.DoAsync(item, "", named, scene.OfShelter)).StatusCode);
        var passed = new { title = item.Title, dueOn = "2027-09-01", ownerAgencyId = scene.Shelter.Id };
        Assert.Equal(scene.Shelter.Id, (await (await scene.DoAsync(item, "", passed)).ReadAsync<ActionItemView>()).OwnerAgencyId);
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_said_by_field()
    {
        var scene = await MeetingScene.StartAsync(service);
        foreach (var (field, value) in new (string, string?)[]
        {
            ("ownerAgencyId", null),
            ("ownerAgencyId", "6f2c1c1e-0000-4000-8000-000000000000"),
            ("ownerSeatId", "6f2c1c1e-0000-4000-8000-000000000000"),
            ("meetingId", "6f2c1c1e-0000-4000-8000-000000000000"),
            ("agendaItemId", "6f2c1c1e-0000-4000-8000-000000000000"),
            ("dueOn", null),
        })
        {
            var body = new Dictionary<string, object?> { ["title"] = "Form", ["dueOn"] = "2027-06-01", ["ownerAgencyId"] = scene.Shelter.Id, [field] = value };
            if (field == "ownerSeatId") body.Remove("ownerAgencyId");
            Assert.Equal(field, (await (await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/action-items", body)).ErrorsAsync()).Keys.Single());
        }
    }

    [Fact]
    public async Task When_a_seat_ends_the_alternate_takes_over_and_without_one_the_agency_must_name_somebody()
    {
        var scene = await MeetingScene.StartAsync(service);
        var passes = await scene.ActionItemAsync("2027-06-01", seat: scene.ShelterSeat.Id);
        var waits = await scene.ActionItemAsync("2027-06-01", seat: scene.PoliceSeat.Id);
        var (ahead, past) = (await SpokenForAsync("2027-05-04"), await SpokenForAsync("2026-03-03"));
        foreach (var seat in new[] { scene.ShelterSeat.Id, scene.PoliceSeat.Id }) (await scene.Scene.EndSeatAsync(scene.TaskForce, seat)).EnsureSuccessStatusCode();

        Assert.Equal((scene.Alternate.Id, false), await OwnerAsync(passes));
        Assert.Equal((null, true), await OwnerAsync(waits));
        Assert.Equal(scene.Alternate.Id, (await scene.AgendaAsync(ahead)).Single().SponsorSeatId);
        Assert.Equal(scene.ShelterSeat.Id, (await scene.AgendaAsync(past)).Single().SponsorSeatId);

        async Task<(Guid?, bool)> OwnerAsync(ActionItemView item)
        {
            var read = await scene.Coordinator.GetFromJsonAsync<ActionItemView>(scene.At(item), Answers.Json);
            return (read!.OwnerSeatId, read.NeedsOwner);
        }

        async Task<MeetingView> SpokenForAsync(string on)
        {
            var meeting = await scene.MeetingAsync(on);
            var put = await scene.Coordinator.PostAsJsonAsync(
                $"{scene.At(meeting)}/agenda", new { title = "Shelter beds", kind = "Report", sponsorSeatId = scene.ShelterSeat.Id });
            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
            return meeting;
        }
    }

    [Fact]
    public async Task Its_agency_is_gently_reminded()
    {
        var scene = await MeetingScene.StartAsync(service);
        var today = DateOnly.FromDateTime(service.Time.GetUtcNow().UtcDateTime);
        await scene.ActionItemAsync($"{today.AddDays(30):yyyy-MM-dd}", scene.Police.Id);
        await scene.ActionItemAsync($"{today.AddDays(-60):yyyy-MM-dd}", scene.Police.Id);
        var soon = await scene.ActionItemAsync($"{today.AddDays(3):yyyy-MM-dd}", scene.Police.Id);
        // One more of the service looks at once what is due.
        await service.StartReplicaAsync<MembershipDb>("membership");
        var reminded = await Until.SomeAsync(
            async () => await RemindersAsync(scene.OfPolice) is { Count: > 0 } reminders ? reminders : null, "the agency is reminded");
        Assert.Equal((soon.Id, scene.Police.Id, 7), (reminded.Single().SubjectId, reminded.Single().AgencyId!.Value, reminded.Single().Step));
        Assert.Empty(await RemindersAsync(scene.OfShelter));

        async Task<List<ReminderView>> RemindersAsync(HttpClient client) =>
            (await client.GetFromJsonAsync<List<ReminderView>>($"{scene.Path}/reminders?kind=ActionItemDue", Answers.Json))!;
    }
}
