using System.Net;
using System.Text.Json;
using Contracts;
using Contracts.Membership;
using Membership.Decisions;
using Membership.Meetings;
using Membership.Meetings.Attendances;
using Membership.Meetings.Minutes;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Meetings;

[Collection(MembershipThatMeets.Name)]
public sealed class MinutesTests(MembershipService service)
{
    [Fact]
    public async Task A_meeting_is_held_with_representatives_and_alternates_and_who_came_is_corrected_until_the_minutes_are_approved()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.HeldAsync("2026-03-03", scene.Alternate.Id);
        Assert.Equal([new(scene.Shelter.Id, scene.Alternate.Id, true)], await AttendanceAsync(scene, meeting));
        await (await scene.DoAsync(meeting, "attendance", new { seats = new[] { scene.Alternate.Id, scene.PoliceSeat.Id, scene.PoliceSeat.Id } })).ReadAsync<MeetingView>();
        Assert.Equal(2, (await AttendanceAsync(scene, meeting)).Count);

        var facts = (await service.JournalAsync(scene.Scene.Hub, 2, entry => entry.Type is "meeting-held" or "attendance-corrected"))
            .Where(entry => entry.Type is "meeting-held" or "attendance-corrected").ToList();
        var held = JsonSerializer.Deserialize<MeetingHeld>(facts[0].Payload, Answers.Json)!;
        Assert.Equal((meeting.Id, new DateOnly(2026, 3, 3), 2), (held.MeetingId, held.HeldOn, held.InvitedAgencies));
        Assert.Equal([scene.Shelter.Id], held.AttendingAgencies);
        Assert.Equal(
            new[] { scene.Shelter.Id, scene.Police.Id }.Order(), JsonSerializer.Deserialize<AttendanceCorrected>(facts[1].Payload, Answers.Json)!.AttendingAgencies.Order());
    }

    [Fact]
    public async Task Only_seats_that_had_not_ended_before_it_were_at_a_meeting()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2026-03-03");
        Assert.Equal("seats", (await (await scene.DoAsync(meeting, "holding", new { seats = new[] { Guid.NewGuid() } })).ErrorsAsync()).Keys.Single());
        Assert.Equal("seats", (await (await scene.DoAsync(meeting, "holding", new { seats = Array.Empty<Guid>() })).ErrorsAsync()).Keys.Single());
        // Who sat there then was there, also if the seat has ended since.
        await scene.Scene.EndSeatAsync(scene.TaskForce, scene.PoliceSeat.Id);
        await (await scene.DoAsync(meeting, "holding", new { seats = new[] { scene.PoliceSeat.Id } })).ReadAsync<MeetingView>();

        var ahead = await scene.MeetingAsync("2027-03-03");
        Assert.Equal("meeting-ahead", await (await scene.DoAsync(ahead, "holding", new { seats = new[] { scene.ShelterSeat.Id } })).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Minutes_are_drafted_commented_and_approved_and_then_changed_only_by_a_correction_that_says_so()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.HeldAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OfPolice.GetAsync($"{scene.At(meeting)}/minutes")).StatusCode);
        Assert.Equal("state-conflict", await (await CommentAsync()).ProblemAsync(HttpStatusCode.Conflict));
        await (await scene.DoAsync(meeting, "minutes", new { text = "We met.\nWe talked." }, scene.CoreGroup)).ReadAsync<MeetingView>();
        Assert.Equal(1, (await (await CommentAsync()).ReadAsync<MeetingCommentView>(HttpStatusCode.Created)).MinutesNumber);
        await (await scene.DoAsync(meeting, "minutes", new { text = "We met, we talked, and we ate." })).ReadAsync<MeetingView>();
        Assert.Single((await scene.OfShelter.GetFromJsonAsync<List<MeetingCommentView>>($"{scene.At(meeting)}/minutes/comments", Answers.Json))!);

        var approved = await (await scene.DoAsync(meeting, "minutes/approval", new { })).ReadAsync<MeetingView>();
        Assert.Equal((MeetingState.MinutesApproved, 2, null), (approved.State, approved.MinutesNumber, approved.MinutesApprovedBy));
        Assert.Equal("state-conflict", await (await scene.DoAsync(meeting, "minutes", new { text = "Otherwise." })).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("note", (await (await scene.DoAsync(meeting, "minutes/corrections", new { text = "We met." })).ErrorsAsync()).Keys.Single());

        await (await scene.DoAsync(meeting, "minutes/corrections", new { text = "We met and talked.", note = "There was no food." })).ReadAsync<MeetingView>();
        var latest = await scene.OfPolice.GetFromJsonAsync<MinutesView>($"{scene.At(meeting)}/minutes", Answers.Json);
        Assert.Equal((3, MinutesKind.Correction, "There was no food."), (latest!.Number, latest.Kind, latest.Note));
        var drafts = await scene.OfPolice.GetFromJsonAsync<List<MinutesView>>($"{scene.At(meeting)}/minutes/versions?kind=Draft", Answers.Json);
        Assert.Equal(["We met, we talked, and we ate.", "We met.\nWe talked."], drafts!.Select(draft => draft.Text).Order(StringComparer.Ordinal));

        Task<HttpResponseMessage> CommentAsync() => scene.OfPolice.PostAsJsonAsync($"{scene.At(meeting)}/minutes/comments", new { text = "There was more." });
    }

    [Fact]
    public async Task On_minutes_comments_who_was_invited_and_nobody_else_who_may_read_them()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2026-03-03", invited: [scene.Police.Id]);
        await (await scene.DoAsync(meeting, "holding", new { seats = new[] { scene.PoliceSeat.Id } })).ReadAsync<MeetingView>();
        await (await scene.DoAsync(meeting, "minutes", new { text = "We met." })).ReadAsync<MeetingView>();
        Assert.Equal(HttpStatusCode.Created, (await CommentAsync(scene.OfPolice)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await CommentAsync(scene.OfShelter)).StatusCode);
        var inCoreGroupToo = service.Client(new Person(Roles.Supervisor, Roles.CoreGroup)
        {
            Hub = scene.Scene.Hub, AgencyId = scene.Shelter.Id, AgencyClass = AgencyClass.VictimServices, TaskForceId = scene.TaskForce,
        });
        Assert.Equal(HttpStatusCode.OK, (await inCoreGroupToo.GetAsync($"{scene.At(meeting)}/minutes")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommentAsync(inCoreGroupToo)).StatusCode);

        Task<HttpResponseMessage> CommentAsync(HttpClient by) => by.PostAsJsonAsync($"{scene.At(meeting)}/minutes/comments", new { text = "There was more." });
    }

    [Fact]
    public async Task The_next_meeting_approves_minutes_by_a_decision_that_carries_once()
    {
        var scene = await MeetingScene.StartAsync(service);
        var (first, second) = (await scene.HeldAsync("2026-03-03"), await scene.HeldAsync("2026-04-07"));
        foreach (var meeting in new[] { first, second }) await (await scene.DoAsync(meeting, "minutes", new { text = "We met." })).ReadAsync<MeetingView>();
        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Other, first.Id);
        Assert.Equal("decisionId", (await (await scene.DoAsync(second, "minutes/approval", new { decisionId = decision.Id }, scene.CoreGroup)).ErrorsAsync()).Keys.Single());
        var approved = await (await scene.DoAsync(first, "minutes/approval", new { decisionId = decision.Id }, scene.CoreGroup)).ReadAsync<MeetingView>();
        Assert.Equal(decision.Id, approved.MinutesApprovedBy);
        var used = await scene.Coordinator.GetFromJsonAsync<DecisionView>($"{scene.Path}/decisions/{decision.Id}", Answers.Json);
        Assert.Equal(first.Id, used!.UsedFor);
    }

    [Fact]
    public async Task Minutes_that_were_drafted_anew_are_not_approved_by_what_was_decided_before()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.HeldAsync();
        var tooEarly = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Other, meeting.Id);
        await (await scene.DoAsync(meeting, "minutes", new { text = "We met." })).ReadAsync<MeetingView>();
        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Other, meeting.Id);
        await (await scene.DoAsync(meeting, "minutes", new { text = "We met, and the shelter agreed to everything." })).ReadAsync<MeetingView>();
        foreach (var decisionId in new[] { tooEarly.Id, decision.Id })
            Assert.Equal("changed-since-decision", await (await scene.DoAsync(meeting, "minutes/approval", new { decisionId })).ProblemAsync(HttpStatusCode.Conflict));

        var again = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Other, meeting.Id);
        var approved = await (await scene.DoAsync(meeting, "minutes/approval", new { decisionId = again.Id })).ReadAsync<MeetingView>();
        Assert.Equal((again.Id, 2), (approved.MinutesApprovedBy!.Value, again.SubjectRevision!.Value));
    }

    [Fact]
    public async Task A_committee_decides_for_itself_by_its_own_quorum_and_binds_nobody_else()
    {
        var scene = await MeetingScene.StartAsync(service);
        foreach (var name in new[] { "Clinic", "Legal aid", "Church" }) await scene.AnotherMemberAsync(name);
        var formed = await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/committees", new { kind = "Committee", name = "Services", purpose = "Keeps the list.", formedOn = "2026-01-05" });
        var committee = (await formed.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        foreach (var agency in new[] { scene.Shelter, scene.Police })
            Assert.Equal(HttpStatusCode.Created, (await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/committees/{committee}/members", new { agencyId = agency.Id })).StatusCode);
        var planned = await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/meetings", new
        {
            title = "Services", on = "2026-03-03", startsAt = "09:30:00", durationMinutes = 60, timeZone = MeetingScene.Zone, committeeId = committee,
        });
        var meeting = await planned.ReadAsync<MeetingView>(HttpStatusCode.Created);
        await (await scene.DoAsync(meeting, "holding", new { seats = new[] { scene.ShelterSeat.Id, scene.PoliceSeat.Id } })).ReadAsync<MeetingView>();
        await (await scene.DoAsync(meeting, "minutes", new { text = "We met." })).ReadAsync<MeetingView>();

        Assert.Equal("decidedOn", (await (await DecideAsync("2026-03-04", null)).ErrorsAsync()).Keys.Single());
        var minutes = await (await DecideAsync("2026-03-03", meeting.Id, 1)).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal((committee, 2, 2, DecisionResult.Carried), (minutes.CommitteeId!.Value, minutes.Entitled, minutes.Quorum, minutes.Result));
        // Its own minutes it approves; what is the task force's it does not decide.
        var approved = await (await scene.DoAsync(meeting, "minutes/approval", new { decisionId = minutes.Id })).ReadAsync<MeetingView>();
        Assert.Equal(minutes.Id, approved.MinutesApprovedBy);
        var whole = await scene.HeldAsync("2026-02-03");
        await (await scene.DoAsync(whole, "minutes", new { text = "We met." })).ReadAsync<MeetingView>();
        var another = await (await DecideAsync("2026-03-03", whole.Id, 1)).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal("committee-decided", await (await scene.DoAsync(whole, "minutes/approval", new { decisionId = another.Id })).ProblemAsync(HttpStatusCode.Conflict));
        var listed = await scene.OfPolice.GetFromJsonAsync<List<DecisionView>>($"{scene.Path}/decisions?committeeId={committee}", Answers.Json);
        Assert.Equal(2, listed!.Count);

        Task<HttpResponseMessage> DecideAsync(string decidedOn, Guid? subjectId, int? subjectRevision = null) => scene.Coordinator.PostAsJsonAsync($"{scene.Path}/decisions", new
        {
            about = "Other", subjectId, subjectRevision, question = "Shall we?", method = "Vote", decidedOn, meetingId = meeting.Id,
            ballots = new[] { scene.Shelter.Id, scene.Police.Id }.Select(voterId => new { voterId, choice = "Yes" }),
        });
    }

    [Fact]
    public async Task What_a_meeting_decides_is_decided_by_those_who_were_there()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.HeldAsync("2026-03-03", scene.Alternate.Id);
        Assert.Equal("meetingId", (await (await DecideAsync(Guid.NewGuid(), scene.Shelter.Id)).ErrorsAsync()).Keys.Single());
        Assert.Equal("meetingId", (await (await DecideAsync((await scene.MeetingAsync("2026-04-07")).Id, scene.Shelter.Id)).ErrorsAsync()).Keys.Single());
        Assert.Equal("ballots", (await (await DecideAsync(meeting.Id, scene.Shelter.Id, scene.Police.Id)).ErrorsAsync()).Keys.Single());
        var decided = await (await DecideAsync(meeting.Id, scene.Shelter.Id)).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal(DecisionResult.NoQuorum, decided.Result); // one of two
        var listed = await scene.OfPolice.GetFromJsonAsync<List<DecisionView>>($"{scene.Path}/decisions?meetingId={meeting.Id}", Answers.Json);
        Assert.Equal([decided.Id], listed!.Select(decision => decision.Id));

        Task<HttpResponseMessage> DecideAsync(Guid meetingId, params Guid[] voters) => scene.Coordinator.PostAsJsonAsync($"{scene.Path}/decisions", new
        {
            about = "Other", question = "Shall we?", method = "Consensus", decidedOn = "2026-03-03", meetingId,
            ballots = voters.Select(voterId => new { voterId, choice = "Yes" }),
        });
    }

    [Fact]
    public async Task Who_pledged_to_come_has_kept_it_by_coming()
    {
        var scene = await MeetingScene.StartAsync(service);
        var commitment = await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/commitments", new
        {
            what = "Come to the meetings.", kind = "AttendMeetings", period = "Year", countDue = 4, startsOn = "2026-01-01",
        });
        var path = $"{commitment.Headers.Location}/fulfilments";
        Assert.True(commitment.IsSuccessStatusCode, await commitment.Content.ReadAsStringAsync());
        var meeting = await scene.HeldAsync("2026-03-03", scene.ShelterSeat.Id, scene.Alternate.Id);
        Assert.Equal([scene.Shelter.Id], await CountedAsync());
        await (await scene.DoAsync(meeting, "attendance", new { seats = new[] { scene.PoliceSeat.Id } })).ReadAsync<MeetingView>();
        Assert.Equal([scene.Police.Id], await CountedAsync());

        async Task<IEnumerable<Guid>> CountedAsync() =>
            (await scene.Coordinator.GetFromJsonAsync<List<JsonElement>>($"{path}?state=Confirmed"))!.Select(one => one.GetProperty("agencyId").GetGuid());
    }

    [Fact]
    public async Task Two_who_hold_one_meeting_at_once_are_told_apart()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2026-03-03");
        var etag = (await scene.Coordinator.GetAsync(scene.At(meeting))).Headers.ETag;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Scene.SendAsync(
            scene.Coordinator, HttpMethod.Post, $"{scene.At(meeting)}/holding", new { seats = new[] { scene.ShelterSeat.Id } }, etag)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed }));
        Assert.Single(await AttendanceAsync(scene, meeting));
    }

    private static async Task<List<AttendanceView>> AttendanceAsync(MeetingScene scene, MeetingView meeting) =>
        (await scene.OfPolice.GetFromJsonAsync<List<AttendanceView>>($"{scene.At(meeting)}/attendance", Answers.Json))!;
}
