using System.Net;
using Membership.Meetings;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Meetings;

/// <summary>State × verb × role: what each state allows, and to whom.</summary>
[Collection(MeetingService.Name)]
public sealed class MeetingStateTests(MeetingService service)
{
    /// <summary>By verb: the states that allow it, and the roles that may besides coordinator and hub's administrator.</summary>
    private static readonly Dictionary<string, (MeetingState[] In, bool CoreGroup)> Verbs = new()
    {
        [""] = ([MeetingState.Draft, MeetingState.AgendaOpen, MeetingState.AgendaSettled], false),
        ["invitations"] = ([MeetingState.Draft, MeetingState.AgendaOpen, MeetingState.AgendaSettled], false),
        ["cancellation"] = ([MeetingState.Draft, MeetingState.AgendaOpen, MeetingState.AgendaSettled], false),
        ["agenda/opening"] = ([MeetingState.Draft], true),
        ["agenda/settlement"] = ([MeetingState.AgendaOpen], true),
        ["holding"] = ([MeetingState.Draft, MeetingState.AgendaSettled], true),
        ["attendance"] = ([MeetingState.Held, MeetingState.MinutesDrafted], true),
        ["minutes"] = ([MeetingState.Held, MeetingState.MinutesDrafted], true),
        ["minutes/approval"] = ([MeetingState.MinutesDrafted], false), // without a decision
        ["minutes/corrections"] = ([MeetingState.MinutesApproved], true),
    };

    public static TheoryData<MeetingState> States => [.. Enum.GetValues<MeetingState>()];

    [Theory, MemberData(nameof(States))]
    public async Task A_state_allows_its_verbs_and_no_others(MeetingState state)
    {
        var scene = await MeetingScene.StartAsync(service);
        await scene.MeetingsAsync();
        await service.AfterwardsAsync(async () =>
        {
            // What is refused changes nothing: all of it is tried with one meeting.
            var kept = await InStateAsync(scene, state, "");
            foreach (var (verb, (allowed, _)) in Verbs)
            {
                var meeting = allowed.Contains(state) ? await InStateAsync(scene, state, verb) : kept;
                var answer = await scene.DoAsync(meeting, verb, Body(scene, verb));
                if (allowed.Contains(state)) Assert.True(answer.IsSuccessStatusCode, $"{verb} in {state}: {await answer.Content.ReadAsStringAsync()}");
                else Assert.True(answer.StatusCode == HttpStatusCode.Conflict, $"{verb} in {state}: {answer.StatusCode}");
            }
        });
    }

    [Fact]
    public async Task Each_verb_is_for_its_roles()
    {
        var scene = await MeetingScene.StartAsync(service);
        await scene.MeetingsAsync();
        await service.AfterwardsAsync(async () =>
        {
            foreach (var (verb, (allowed, coreGroup)) in Verbs)
            {
                var meeting = await InStateAsync(scene, allowed[0], verb);
                Assert.Equal(HttpStatusCode.Forbidden, (await scene.DoAsync(meeting, verb, Body(scene, verb), scene.OfShelter)).StatusCode);
                Assert.Equal(HttpStatusCode.Forbidden, (await scene.DoAsync(meeting, verb, Body(scene, verb), scene.Scene.As(Roles.Analyst))).StatusCode);
                Assert.Equal(HttpStatusCode.PreconditionRequired, (await WithoutIfMatchAsync(scene, meeting, verb)).StatusCode);
                var byCoreGroup = await scene.DoAsync(meeting, verb, Body(scene, verb), scene.CoreGroup);
                Assert.True(byCoreGroup.StatusCode == (coreGroup ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{verb}: {byCoreGroup.StatusCode}");
                if (!coreGroup) Assert.Equal(HttpStatusCode.OK, (await scene.DoAsync(meeting, verb, Body(scene, verb), scene.Scene.HubAdmin)).StatusCode);
            }
        });
    }

    private async Task<MeetingView> InStateAsync(MeetingScene scene, MeetingState state, string verb)
    {
        var ahead = state is MeetingState.AgendaOpen or MeetingState.AgendaSettled;
        var meeting = ahead ? await SoonAsync(scene) : await scene.MeetingAsync(state == MeetingState.Draft && verb == "agenda/opening" ? "2027-05-04" : "2026-03-03");
        if (ahead) await service.BeforehandAsync(() => DoAsync("agenda/opening", new { commentsUntil = service.Soon }));
        if (state == MeetingState.AgendaSettled) await DoAsync("agenda/settlement");
        if (state is MeetingState.Held or MeetingState.MinutesDrafted or MeetingState.MinutesApproved) await DoAsync("holding");
        if (state is MeetingState.MinutesDrafted or MeetingState.MinutesApproved) await DoAsync("minutes");
        if (state == MeetingState.MinutesApproved) await DoAsync("minutes/approval");
        if (state == MeetingState.Cancelled) await DoAsync("cancellation");
        Assert.Equal(state, (await (await scene.Coordinator.GetAsync(scene.At(meeting))).ReadAsync<MeetingView>()).State);
        return meeting;

        async Task DoAsync(string earlier, object? body = null) =>
            await (await scene.DoAsync(meeting, earlier, body ?? Body(scene, earlier))).ReadAsync<MeetingView>();
    }

    /// <summary>Begins between the end of the comment period and the moved clock's now.</summary>
    private async Task<MeetingView> SoonAsync(MeetingScene scene)
    {
        var begins = service.Time.GetUtcNow();
        begins = begins.AddTicks(-(begins.Ticks % TimeSpan.TicksPerMinute));
        var answer = await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/meetings", new
        {
            title = "Monthly meeting", on = $"{begins:yyyy-MM-dd}", startsAt = $"{begins:HH:mm:ss}", durationMinutes = 60, timeZone = "UTC",
        });
        return await answer.ReadAsync<MeetingView>(HttpStatusCode.Created);
    }

    private static Task<HttpResponseMessage> WithoutIfMatchAsync(MeetingScene scene, MeetingView meeting, string verb) => Scene.SendAsync(
        scene.Coordinator, verb is "" or "invitations" or "attendance" or "minutes" ? HttpMethod.Put : HttpMethod.Post,
        verb.Length == 0 ? scene.At(meeting) : $"{scene.At(meeting)}/{verb}", Body(scene, verb));

    private static object? Body(MeetingScene scene, string verb) => verb switch
    {
        "" => new { title = "Another title", on = "2027-06-01", startsAt = "10:00:00", durationMinutes = 60 },
        "invitations" => new { invited = new[] { scene.Shelter.Id, scene.Police.Id } },
        "cancellation" => new { reason = "A storm." },
        "agenda/opening" => new { commentsUntil = "2027-05-01T10:00:00Z" },
        "holding" or "attendance" => new { seats = new[] { scene.ShelterSeat.Id } },
        "minutes" => new { text = "We met." },
        "minutes/approval" => new { },
        "minutes/corrections" => new { text = "We met, all of us.", note = "Who was there." },
        _ => null,
    };
}
