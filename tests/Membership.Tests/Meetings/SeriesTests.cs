using System.Net;
using Membership.Meetings;
using Membership.Meetings.Series;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Meetings;

[Collection(MembershipThatMeets.Name)]
public sealed class SeriesTests(MembershipService service)
{
    private static readonly object Tuesdays = new
    {
        title = "Core meeting", timeZone = MeetingScene.Zone, firstOn = "2027-02-28", startsAt = "18:00:00", durationMinutes = 60, frequency = "Weekly",
        weekday = "Tuesday", count = 5, skip = new[] { "2027-03-09" }, place = "Room 4",
    };

    [Fact]
    public async Task The_hour_stays_when_daylight_saving_begins_and_skipped_days_have_no_meeting()
    {
        var scene = await MeetingScene.StartAsync(service);
        var series = await scene.SeriesAsync(Tuesdays);
        var meetings = await scene.MeetingsAsync($"&seriesId={series.Id}");
        Assert.Equal(["2027-03-02", "2027-03-16", "2027-03-23", "2027-03-30"], meetings.Select(meeting => $"{meeting.On:yyyy-MM-dd}"));
        Assert.All(meetings, meeting => Assert.Equal(new TimeOnly(18, 0), meeting.StartsAt));
        // Pacific time is UTC-8 until 14 March 2027, then UTC-7.
        Assert.Equal(["02:00", "01:00", "01:00", "01:00"], meetings.Select(meeting => $"{meeting.Begins:HH:mm}"));
        Assert.Equal((new DateOnly(2027, 3, 2), new DateOnly(2027, 3, 30)), (series.FirstOn, series.LastOn));
    }

    [Fact]
    public async Task A_rule_gives_its_days()
    {
        var scene = await MeetingScene.StartAsync(service);
        await Gives("2027-01-29 2027-02-26 2027-03-26", new { frequency = "Monthly", week = "Last", weekday = "Friday" });
        await Gives("2027-01-12 2027-03-09 2027-05-11", new { frequency = "Monthly", week = "Second", weekday = "Tuesday", interval = 2 });
        await Gives("2027-02-05 2027-05-07 2027-08-06", new { frequency = "Monthly", week = "First", weekday = "Friday", interval = 3 }); // January's is over
        await Gives("2027-01-31 2027-03-31 2027-05-31", new { frequency = "Monthly", dayOfMonth = 31 });
        await Gives("2027-01-11 2027-01-25 2027-02-08", new { frequency = "Weekly", weekday = "Monday", interval = 2 });

        async Task Gives(string days, object rule)
        {
            var body = new Dictionary<string, object?>
            {
                ["title"] = "Meeting", ["timeZone"] = "Europe/Berlin", ["firstOn"] = "2027-01-10", ["startsAt"] = "10:00:00", ["durationMinutes"] = 60, ["count"] = 3,
            };
            foreach (var property in rule.GetType().GetProperties()) body[property.Name] = property.GetValue(rule);
            var series = await scene.SeriesAsync(body);
            Assert.Equal(days.Split(' '), (await scene.MeetingsAsync($"&seriesId={series.Id}")).Select(meeting => $"{meeting.On:yyyy-MM-dd}"));
        }
    }

    [Fact]
    public async Task Who_is_invited_to_one_meeting_changes_for_it_alone_and_stays_so()
    {
        var scene = await MeetingScene.StartAsync(service);
        var series = await scene.SeriesAsync(Tuesdays);
        var first = (await scene.MeetingsAsync())[0];
        Assert.Equal(HttpStatusCode.OK, (await scene.OfPolice.GetAsync(scene.At(first))).StatusCode);
        Assert.Equal("invited", (await (await scene.DoAsync(first, "invitations", new { invited = new[] { Guid.NewGuid() } })).ErrorsAsync()).Keys.Single());
        var changed = await (await scene.DoAsync(first, "invitations", new { invited = new[] { scene.Shelter.Id } })).ReadAsync<MeetingView>();
        Assert.Equal([scene.Shelter.Id], changed.Invited);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OfPolice.GetAsync(scene.At(first))).StatusCode);
        Assert.Equal(3, (await scene.MeetingsAsync(by: scene.OfPolice)).Count);

        var path = $"{scene.Path}/meeting-series/{series.Id}";
        await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, new { title = "Core meeting", startsAt = "18:00:00", durationMinutes = 90 }))
            .ReadAsync<SeriesView>();
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OfPolice.GetAsync(scene.At(first))).StatusCode);
        Assert.Null((await (await scene.DoAsync(first, "invitations", new { })).ReadAsync<MeetingView>()).Invited);
        Assert.Equal(HttpStatusCode.OK, (await scene.OfPolice.GetAsync(scene.At(first))).StatusCode);
    }

    [Fact]
    public async Task Meetings_to_come_follow_their_series_and_one_that_was_moved_keeps_its_identity()
    {
        var scene = await MeetingScene.StartAsync(service);
        var series = await scene.SeriesAsync(Tuesdays);
        var meetings = await scene.MeetingsAsync();
        var moved = await (await scene.DoAsync(meetings[1], "", new { title = "Core meeting, moved", on = "2027-03-18", startsAt = "10:00:00", durationMinutes = 60 }))
            .ReadAsync<MeetingView>();
        Assert.Equal((meetings[1].Id, new DateOnly(2027, 3, 16), true), (moved.Id, moved.OccurrenceOn!.Value, moved.Differs));

        var path = $"{scene.Path}/meeting-series/{series.Id}";
        var changed = await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, new
        {
            title = "Core group", startsAt = "17:00:00", durationMinutes = 45, invited = new[] { scene.Shelter.Id },
        });
        Assert.Equal([scene.Shelter.Id], (await changed.ReadAsync<SeriesView>()).Invited);
        meetings = await scene.MeetingsAsync();
        Assert.Equal(["Core group", "Core meeting, moved", "Core group", "Core group"], meetings.Select(meeting => meeting.Title));
        Assert.Equal([17, 10, 17, 17], meetings.Select(meeting => meeting.StartsAt.Hour));

        // Who is not invited does not know of it; the moved one kept its invitations, too.
        Assert.Equal([moved.Id], (await scene.MeetingsAsync(by: scene.OfPolice)).Select(meeting => meeting.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OfPolice.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OfPolice.GetAsync(scene.At(meetings[0]))).StatusCode);
        Assert.Equal(4, (await scene.MeetingsAsync(by: scene.OfShelter)).Count);
    }

    [Fact]
    public async Task A_series_ends_before_its_time_once_and_what_would_have_followed_is_cancelled()
    {
        var scene = await MeetingScene.StartAsync(service);
        var path = $"{scene.Path}/meeting-series/{(await scene.SeriesAsync(Tuesdays)).Id}";
        Assert.Equal("lastOn", (await (await EndAsync("2027-01-01")).ErrorsAsync()).Keys.Single());
        var ended = await (await EndAsync("2027-03-20")).ReadAsync<SeriesView>();
        Assert.Equal((new DateOnly(2027, 3, 20), null), (ended.LastOn, ended.Count));
        Assert.Equal(
            [MeetingState.Draft, MeetingState.Draft, MeetingState.Cancelled, MeetingState.Cancelled], (await scene.MeetingsAsync()).Select(meeting => meeting.State));
        Assert.Equal("series-ended", await (await EndAsync("2027-03-20")).ProblemAsync(HttpStatusCode.Conflict));

        Task<HttpResponseMessage> EndAsync(string lastOn) =>
            Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/end", path, new { lastOn, reason = "A new rhythm." });
    }

    [Fact]
    public async Task What_is_wrong_with_a_series_is_said_by_field()
    {
        var scene = await MeetingScene.StartAsync(service);
        foreach (var (field, value) in new (string, object?)[]
        {
            ("timeZone", "Nowhere/Atlantis"),
            ("timeZone", "../zone.tab"),
            ("timeZone", "posixrules"),
            ("startsAt", "18:00:30"),
            ("firstOn", "1815-06-18"),
            ("durationMinutes", 0),
            ("interval", 13),
            ("weekday", null),
            ("week", "First"),
            ("dayOfMonth", 3),
            ("until", "2027-05-01"),
            ("count", 209),
            ("skip", new[] { "2027-03-10" }),
            ("invited", new[] { "6f2c1c1e-0000-4000-8000-000000000000" }),
            ("title", ""),
            ("committeeId", Guid.NewGuid()),
        })
        {
            var body = new Dictionary<string, object?>
            {
                ["title"] = "Core", ["timeZone"] = MeetingScene.Zone, ["firstOn"] = "2027-03-01", ["startsAt"] = "18:00:00", ["durationMinutes"] = 60,
                ["frequency"] = "Weekly", ["weekday"] = "Tuesday", ["count"] = 2, [field] = value,
            };
            var answer = await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/meeting-series", body);
            Assert.Equal(field, (await answer.ErrorsAsync()).Keys.Single());
        }
    }

    [Fact]
    public async Task Two_who_change_a_series_at_once_are_told_apart()
    {
        var scene = await MeetingScene.StartAsync(service);
        var path = $"{scene.Path}/meeting-series/{(await scene.SeriesAsync(Tuesdays)).Id}";
        var etag = (await scene.Coordinator.GetAsync(path)).Headers.ETag;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Scene.SendAsync(
            scene.Coordinator, HttpMethod.Post, $"{path}/end", new { lastOn = "2027-03-20", reason = "Done." }, etag)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed }));
    }

    [Fact]
    public async Task Only_whoever_runs_the_task_force_plans_meetings_for_it()
    {
        var scene = await MeetingScene.StartAsync(service);
        var elsewhere = scene.Scene.As(Roles.Coordinator, taskForce: Guid.NewGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsJsonAsync($"{scene.Path}/meeting-series", Tuesdays)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.CoreGroup.PostAsJsonAsync($"{scene.Path}/meeting-series", Tuesdays)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await scene.Scene.HubAdmin.PostAsJsonAsync($"{scene.Path}/meeting-series", Tuesdays)).StatusCode);
    }
}
