using System.Net;
using System.Text;
using Membership.Meetings;
using Membership.Meetings.Series;
using Membership.Tests.Meetings;
using Testing;

namespace Membership.Tests.Calendar;

/// <summary>What a calendar program makes of a calendar is what the API says, hour by hour.</summary>
[Collection(MembershipThatMeets.Name)]
public sealed class CalendarTests(MembershipService service)
{
    [Fact]
    public async Task It_is_strictly_iCalendar_and_shows_each_meeting_when_and_where_it_is()
    {
        var scene = await MeetingScene.StartAsync(service);
        // Folded, escaped, and in characters of one to four octets.
        var title = "Réunion; prévention, persécution \\ protection – 会议会议会议会议会议会议会议会议会议会议会议会议 🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊";
        var weekly = await scene.SeriesAsync(Series(title, MeetingScene.Zone, new { frequency = "Weekly", weekday = "Tuesday", count = 8 }, ["2027-03-09"]));
        await scene.SeriesAsync(Series("Monthly", "Europe/Berlin", new { frequency = "Monthly", week = "Last", weekday = "Sunday", until = "2027-12-31" }));
        await scene.SeriesAsync(Series("Each second month", "America/Phoenix", new { frequency = "Monthly", dayOfMonth = 31, interval = 1, count = 5 }));
        await scene.SeriesAsync(Series("Fortnightly", MeetingScene.Zone, new { frequency = "Weekly", weekday = "Friday", interval = 2, until = "2027-06-30" }));
        await scene.MeetingAsync("2027-11-07", "01:30:00"); // comes twice
        await scene.MeetingAsync("2027-03-14", "02:30:00"); // is skipped
        var meetings = await scene.MeetingsAsync($"&seriesId={weekly.Id}");
        await Ok(scene.DoAsync(meetings[1], "", new { title = "Moved", on = "2027-03-17", startsAt = "07:15:00", durationMinutes = 30, place = "Chapel; rear, left" }));
        await Ok(scene.DoAsync(meetings[2], "cancellation", new { reason = "Nobody should read this in a calendar." }));
        var path = $"{scene.Path}/meeting-series/{weekly.Id}";
        await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, new { title, startsAt = "17:00:00", durationMinutes = 45, place = "Room 5" }))
            .ReadAsync<SeriesView>();

        var address = await scene.AddressAsync();
        var calendar = StrictCalendar.Read(await service.ReadAsync(address));
        Assert.Equal(CalendarScene.Shown(await scene.MeetingsAsync()), CalendarExpansion.Expand(calendar));
        Assert.Null(calendar.Optional("METHOD"));
        var moved = calendar.Components.Single(one => one.Optional("SUMMARY")?.Value == "Moved");
        Assert.Equal(("20270316T170000", "20270317T071500"), (moved.One("RECURRENCE-ID").Value, moved.One("DTSTART").Value));
        Assert.Equal("2", moved.One("SEQUENCE").Value);

        var ended = await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/end", path, new { lastOn = "2027-04-01", reason = "Another rhythm." });
        await ended.ReadAsync<SeriesView>();
        calendar = StrictCalendar.Read(await service.ReadAsync(address));
        // What would have followed is no part of it any more.
        var expected = (await scene.MeetingsAsync()).Where(meeting => meeting.SeriesId != weekly.Id || meeting.OccurrenceOn <= new DateOnly(2027, 4, 1));
        Assert.Equal(CalendarScene.Shown(expected), CalendarExpansion.Expand(calendar));
    }

    [Fact]
    public async Task In_every_zone_the_hour_stays()
    {
        string[] zones =
        [
            "America/New_York", "America/Santiago", "America/Phoenix", "Asia/Kathmandu", "Pacific/Apia", "UTC",
            "Europe/Dublin", // daylight saving the other way about
            "Australia/Lord_Howe", // by half an hour
            "Africa/Casablanca", // by the moon
        ];
        var scene = await MeetingScene.StartAsync(service);
        var meetings = new List<MeetingView>();
        foreach (var zone in zones)
        {
            var series = await scene.SeriesAsync(Series(zone, zone, new { frequency = "Weekly", weekday = "Sunday", count = 100 }));
            meetings.AddRange(await scene.MeetingsAsync($"&seriesId={series.Id}"));
        }

        Assert.Equal(900, meetings.Count);
        Assert.All(meetings, meeting => Assert.Equal(new TimeOnly(18, 0), meeting.StartsAt));
        var shown = CalendarExpansion.Expand(StrictCalendar.Read(await service.ReadAsync(await scene.AddressAsync())));
        foreach (var zone in zones) Assert.Equal(CalendarScene.Shown(meetings.Where(meeting => meeting.TimeZone == zone)), shown.Where(one => one.Summary == zone));
    }

    [Fact]
    public async Task Without_a_meeting_it_is_a_calendar_all_the_same()
    {
        var scene = await MeetingScene.StartAsync(service);
        Assert.Empty(CalendarExpansion.Expand(StrictCalendar.Read(await service.ReadAsync(await scene.AddressAsync()))));
    }

    [Fact]
    public async Task A_seat_is_shown_what_its_agency_is_invited_to_and_the_task_force_what_all_are()
    {
        var scene = await MeetingScene.StartAsync(service);
        await scene.MeetingAsync("2027-05-04");
        await scene.MeetingAsync("2027-05-05", invited: [scene.Police.Id]);
        await scene.SeriesAsync(Series("Shelters", "UTC", new { frequency = "Weekly", weekday = "Monday", count = 2, invited = new[] { scene.Shelter.Id } }));
        Assert.Equal(["Monthly meeting"], await TitlesAsync(null));
        Assert.Equal(["Monthly meeting", "Monthly meeting"], await TitlesAsync(scene.PoliceSeat.Id));
        Assert.Equal(["Shelters", "Shelters", "Monthly meeting"], await TitlesAsync(scene.ShelterSeat.Id));

        async Task<IEnumerable<string>> TitlesAsync(Guid? seat) =>
            CalendarExpansion.Expand(StrictCalendar.Read(await service.ReadAsync(await scene.AddressAsync(seat)))).Select(shown => shown.Summary);
    }

    /// <summary>Where a shelter meets is not the business of who is no longer, or was never, invited there.</summary>
    [Fact]
    public async Task A_meeting_of_a_series_is_shown_to_whom_it_invites_itself_whoever_the_series_invites_now()
    {
        var scene = await MeetingScene.StartAsync(service);
        var rule = new { frequency = "Weekly", weekday = "Tuesday", count = 4, invited = new[] { scene.Police.Id } };
        var series = await scene.SeriesAsync(Series("Weekly", MeetingScene.Zone, rule, ["2027-03-23"]));
        var moved = (await scene.MeetingsAsync($"&seriesId={series.Id}"))[2];
        await Ok(scene.DoAsync(moved, "", new { title = "Weekly", on = "2027-03-31", startsAt = "09:00:00", durationMinutes = 60, place = "Chapel" }));
        var path = $"{scene.Path}/meeting-series/{series.Id}";
        await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, new
        {
            title = "Weekly", startsAt = "18:00:00", durationMinutes = 60, place = "Room 4", invited = new[] { scene.Shelter.Id },
        })).ReadAsync<SeriesView>();

        var (shelters, polices) = (await scene.MeetingsAsync(by: scene.OfShelter), await scene.MeetingsAsync(by: scene.OfPolice));
        Assert.Equal((2, moved.Id), (shelters.Count, Assert.Single(polices).Id));
        Assert.Equal(CalendarScene.Shown(shelters), await ShownAsync(scene.ShelterSeat.Id));
        Assert.Equal(CalendarScene.Shown(polices), await ShownAsync(scene.PoliceSeat.Id));
        Assert.Empty(await ShownAsync(null));
        var text = Encoding.UTF8.GetString(await service.ReadAsync(await scene.AddressAsync(scene.ShelterSeat.Id)));
        Assert.DoesNotContain("Chapel", text, StringComparison.Ordinal);

        async Task<IReadOnlyList<ShownOccurrence>> ShownAsync(Guid? seat) =>
            CalendarExpansion.Expand(StrictCalendar.Read(await service.ReadAsync(await scene.AddressAsync(seat))));
    }

    [Fact]
    public async Task A_seat_has_no_calendar_while_its_agency_is_suspended()
    {
        var scene = await MeetingScene.StartAsync(service);
        await scene.MeetingAsync("2027-05-04");
        var address = await scene.AddressAsync(scene.ShelterSeat.Id);
        var member = $"{scene.Path}/members/{scene.Shelter.Id}";
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync(address)).StatusCode);
        await ChangeAsync("suspension");
        Assert.Equal(HttpStatusCode.NotFound, (await service.AskAsync(address)).StatusCode);
        await ChangeAsync("reinstatement");
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync(address)).StatusCode);

        async Task ChangeAsync(string verb) => (await Scene.ChangeAsync(
            scene.Scene.HubAdmin, HttpMethod.Post, $"{member}/{verb}", member, new { reason = "Until this is settled." })).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Of_a_meeting_it_shows_title_time_and_place_and_nothing_else()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2026-10-06");
        await scene.Coordinator.PostAsJsonAsync($"{scene.At(meeting)}/agenda", new { title = "Marked agenda", kind = "Report", sponsorSeatId = scene.ShelterSeat.Id });
        await Ok(scene.DoAsync(meeting, "holding", new { seats = new[] { scene.ShelterSeat.Id } }));
        await Ok(scene.DoAsync(meeting, "minutes", new { text = "Marked minutes" }));
        var text = Encoding.UTF8.GetString(await service.ReadAsync(await scene.AddressAsync(scene.ShelterSeat.Id)));
        Assert.Contains("Room 4\\, City Hall", text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Marked", "Marisol", "Harbor", "Open Door", $"{scene.Shelter.Id}", $"{scene.ShelterSeat.Id}", $"{scene.TaskForce}", "ATTENDEE", "ORGANIZER" })
            Assert.DoesNotContain(hidden, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        var address = await scene.AddressAsync();
        var first = await service.AskAsync(address);
        Assert.Equal("private, max-age=300", string.Join(", ", first.Headers.GetValues("Cache-Control").Single().Split(", ").Order().Reverse()));
        Assert.NotNull(first.Content.Headers.LastModified);
        var tag = first.Headers.ETag!.ToString();
        var again = await service.AskAsync(address, $"\"other\", {tag}");
        Assert.Equal((HttpStatusCode.NotModified, 0, tag), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length, again.Headers.ETag!.ToString()));
        await Ok(scene.DoAsync(meeting, "cancellation", new { reason = "A storm." }));
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync(address, tag)).StatusCode);
    }

    private static async Task Ok(Task<HttpResponseMessage> change) => await (await change).ReadAsync<MeetingView>();

    private static Dictionary<string, object?> Series(string title, string timeZone, object rule, string[]? skip = null)
    {
        var body = new Dictionary<string, object?>
        {
            ["title"] = title, ["timeZone"] = timeZone, ["firstOn"] = "2027-03-01", ["startsAt"] = "18:00:00", ["durationMinutes"] = 60, ["skip"] = skip,
            ["place"] = "Room 4",
        };
        foreach (var property in rule.GetType().GetProperties()) body[property.Name] = property.GetValue(rule);
        return body;
    }
}
