using System.Text.Json;
using Demonstration;
using Demonstration.Fable;

namespace EndToEnd.Tests.Marked;

/// <summary>What is written around meetings, joint events and protocols.</summary>
internal sealed class MarkedMeetings(Cast cast, Marks marks)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private Actor Coordinator => cast.Coordinator;

    private string TaskForce => cast.TaskForce;

    public async Task WriteAsync()
    {
        await MeetAsync();
        await MeetAgainAndAgainAsync();
        await PlanTogetherAsync();
        await AgreeOnPracticeAsync();
    }

    private async Task MeetAsync()
    {
        var held = await PlanAsync(Today.AddDays(-2));
        await Coordinator.ChangeAsync(held, "holding", new { seats = new[] { cast.Seats["prosecutor"] } });
        await Coordinator.ReplaceAsync($"{held}/minutes", new { text = marks.Membership("MinutesTexts.Text") }, held);
        await Coordinator.ChangeAsync(held, "minutes/approval", new { });
        await Coordinator.ChangeAsync(held, "minutes/corrections", new { text = marks.Membership("MinutesTexts.Text"), note = marks.Membership("MinutesTexts.Note") });
        var item = await Coordinator.PostAsync($"{TaskForce}/action-items", new
        {
            title = marks.Membership("ActionItems.Title"), dueOn = Today.AddDays(30), ownerAgencyId = cast.IdOf(Cast.Prosecutor),
        });
        await Coordinator.ChangeAsync($"{TaskForce}/action-items/{item.GetProperty("id").GetGuid()}", "drop", new { reason = marks.Membership("ActionItems.Reason") });

        var ahead = await PlanAsync(Today.AddDays(20));
        await Coordinator.PostAsync($"{ahead}/agenda", new
        {
            title = marks.Membership("AgendaItems.Title"), kind = "Training", courseTitle = marks.Membership("AgendaItems.CourseTitle"),
            proposedByAgencyId = cast.IdOf(Cast.VictimServices),
        });
        await Coordinator.ChangeAsync(ahead, "agenda/opening", new { commentsUntil = DateTimeOffset.UtcNow.AddDays(5) });
        await cast.AdministratorOf(Cast.Prosecutor).PostAsync($"{ahead}/agenda/comments", new { text = marks.Membership("MeetingComments.Text") });
        await Coordinator.ChangeAsync(ahead, "cancellation", new { reason = marks.Membership("Meetings.CancelReason") });
    }

    private async Task<string> PlanAsync(DateOnly on)
    {
        var meeting = await Coordinator.PostAsync($"{TaskForce}/meetings", new
        {
            title = marks.Membership("Meetings.Title"), place = marks.Membership("Meetings.Place"), on, startsAt = "10:00:00", durationMinutes = 60, timeZone = "America/Los_Angeles",
        });
        return $"{TaskForce}/meetings/{meeting.GetProperty("id").GetGuid()}";
    }

    /// <summary>Each meeting of a series is called as the series is.</summary>
    private Task<JsonElement> MeetAgainAndAgainAsync() => Coordinator.PostAsync($"{TaskForce}/meeting-series", new
    {
        title = marks.Membership("MeetingSeries.Title", also: "Meetings.Title"), place = marks.Membership("MeetingSeries.Place", also: "Meetings.Place"),
        firstOn = Today.AddDays(30), startsAt = "10:00:00", durationMinutes = 60, timeZone = "America/Los_Angeles", frequency = "Weekly", weekday = "Tuesday", count = 2,
    });

    private async Task PlanTogetherAsync()
    {
        var organizer = cast.AdministratorOf(Cast.SecondShelter);
        var planned = await organizer.PostAsync($"{TaskForce}/joint-events", new
        {
            title = marks.Membership("JointEvents.Title"), place = marks.Membership("JointEvents.Place"), on = Today.AddDays(60), focus = new[] { "Prevention" },
            agenda = marks.Membership("JointEvents.Agenda"), invited = new[] { cast.IdOf(Cast.Police) }, commentsUntil = DateTimeOffset.UtcNow.AddDays(5),
        });
        var together = $"{TaskForce}/joint-events/{planned.GetProperty("id").GetGuid()}";
        await cast.AdministratorOf(Cast.Police).PostAsync($"{together}/comments", new { text = marks.Membership("JointEventComments.Text") });
        await organizer.ReplaceAsync($"{together}/norms", new { text = marks.Membership("JointEvents.Norms") }, together);
        await organizer.ChangeAsync(together, "cancellation", new { reason = marks.Membership("JointEvents.CancelReason") });
    }

    private async Task AgreeOnPracticeAsync()
    {
        var protocol = await Coordinator.PostAsync($"{TaskForce}/protocols", new
        {
            topic = "Media", title = marks.Membership("Protocols.Title"), text = marks.Membership("ProtocolVersions.Text"),
        });
        await Coordinator.ReplaceAsync($"{TaskForce}/protocols/{protocol.GetProperty("id").GetGuid()}/versions/1/steps", new
        {
            steps = new[] { new { key = "first", title = marks.Membership("ResponseSteps.Title"), primary = new { agencyId = cast.IdOf(Cast.Police) } } },
        }, $"{TaskForce}/protocols/{protocol.GetProperty("id").GetGuid()}/versions/1");
    }
}
