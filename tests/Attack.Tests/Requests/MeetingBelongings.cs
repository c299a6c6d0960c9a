using System.Text.Json.Nodes;
using Contracts;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

/// <summary>The meetings of those at home, and what they prepare and take on there.</summary>
internal static class MeetingBelongings
{
    private const string LongOpen = "2031-04-01T12:00:00Z";

    public static string AgencyOf(this Belongings own, AgencyClass agencyClass) => own.Home.Agencies[agencyClass].ToString();

    public static Task<string> SeriesAsync(this Belongings own) => own.MakeAsync($"/task-forces/{own.TaskForce}/meeting-series", Roles.Coordinator, Series());

    public static JsonObject Series() => new()
    {
        ["title"] = "Monthly meeting", ["timeZone"] = "America/Los_Angeles", ["firstOn"] = "2031-05-01", ["startsAt"] = "18:00:00", ["durationMinutes"] = 60,
        ["frequency"] = "Weekly", ["interval"] = 1, ["weekday"] = "Tuesday", ["week"] = null, ["dayOfMonth"] = null, ["until"] = null, ["count"] = 2,
        ["skip"] = new JsonArray(), ["committeeId"] = null, ["invited"] = null,
    };

    public static JsonObject Meeting(string on) => new()
    {
        ["title"] = "Monthly meeting", ["on"] = on, ["startsAt"] = "18:00:00", ["durationMinutes"] = 60, ["timeZone"] = "America/Los_Angeles",
        ["committeeId"] = null, ["invited"] = null,
    };

    public static Task<string> MeetingAsync(this Belongings own, string on = "2031-05-01") =>
        own.MakeAsync($"/task-forces/{own.TaskForce}/meetings", Roles.Coordinator, Meeting(on));

    /// <summary>With an agenda that is open for comments.</summary>
    public static async Task<string> OpenMeetingAsync(this Belongings own)
    {
        var meeting = await own.MeetingAsync();
        await own.DoAsync($"/task-forces/{own.TaskForce}/meetings/{meeting}/agenda/opening", new() { ["commentsUntil"] = LongOpen });
        return meeting;
    }

    public static async Task<string> HeldMeetingAsync(this Belongings own)
    {
        var meeting = await own.MeetingAsync("2026-02-03");
        await own.DoAsync($"/task-forces/{own.TaskForce}/meetings/{meeting}/holding", new() { ["seats"] = new JsonArray(await own.SeatAsync()) });
        return meeting;
    }

    public static async Task<string> MinutedMeetingAsync(this Belongings own)
    {
        var meeting = await own.HeldMeetingAsync();
        await own.DoAsync($"/task-forces/{own.TaskForce}/meetings/{meeting}/minutes", new() { ["text"] = "We met." }, HttpMethod.Put);
        return meeting;
    }

    /// <summary>With minutes that were approved.</summary>
    public static async Task<string> ApprovedMeetingAsync(this Belongings own)
    {
        var meeting = await own.MinutedMeetingAsync();
        await own.DoAsync($"/task-forces/{own.TaskForce}/meetings/{meeting}/minutes/approval", new() { ["decisionId"] = null });
        return meeting;
    }

    public static Task<string> AgendaItemAsync(this Belongings own, string meeting, AgencyClass proposedBy) =>
        own.MakeAsync($"/task-forces/{own.TaskForce}/meetings/{meeting}/agenda", Roles.Coordinator, AgendaItem(own.AgencyOf(proposedBy)));

    public static JsonObject AgendaItem(string? proposedBy) => new()
    {
        ["title"] = "Interpreters", ["kind"] = "Discussion", ["minutes"] = 15, ["sponsorAgencyId"] = null, ["sponsorSeatId"] = null, ["courseTitle"] = null,
        ["proposedByAgencyId"] = proposedBy,
    };

    public static Task<string> ActionItemAsync(this Belongings own, AgencyClass owner) =>
        own.MakeAsync($"/task-forces/{own.TaskForce}/action-items", Roles.Coordinator, ActionItem(own.AgencyOf(owner)));

    public static JsonObject ActionItem(string owner) => new()
    {
        ["title"] = "Write the form", ["dueOn"] = "2031-05-01", ["ownerAgencyId"] = owner, ["ownerSeatId"] = null, ["meetingId"] = null, ["agendaItemId"] = null,
    };

    public static async Task<JsonObject> JointEventAsync(this Belongings own, AgencyClass organizer) => new()
    {
        ["title"] = "Evening for landlords", ["on"] = "2031-06-01", ["agenda"] = "Doors open at six.", ["invited"] = new JsonArray(await own.MemberAsync()),
        ["commentsUntil"] = LongOpen, ["focus"] = new JsonArray("Prevention"), ["organizerAgencyId"] = own.AgencyOf(organizer),
    };

    public static async Task<string> DraftedEventAsync(this Belongings own, AgencyClass organizer) =>
        await own.MakeAsync($"/task-forces/{own.TaskForce}/joint-events", Roles.Coordinator, await own.JointEventAsync(organizer));

    /// <summary>Another agency's, to which that of this class is invited.</summary>
    public static async Task<string> InvitedEventAsync(this Belongings own, AgencyClass invited)
    {
        var jointEvent = await own.JointEventAsync(invited);
        jointEvent["organizerAgencyId"] = own.Receiver;
        jointEvent["invited"] = new JsonArray(own.AgencyOf(invited));
        return await own.MakeAsync($"/task-forces/{own.TaskForce}/joint-events", Roles.Coordinator, jointEvent);
    }

    public static async Task<string> SponsorAsync(this Belongings own, string jointEvent)
    {
        var agency = await own.MemberAsync();
        await own.DoAsync($"/task-forces/{own.TaskForce}/joint-events/{jointEvent}/sponsors", new() { ["agencyId"] = agency });
        return agency;
    }

    /// <summary>Of a seat of the agency of this class.</summary>
    public static async Task<string> CalendarAddressAsync(this Belongings own, AgencyClass agencyClass)
    {
        var seat = await own.MakeAsync($"/task-forces/{own.TaskForce}/seats", Roles.HubAdmin, new()
        {
            ["agencyId"] = own.AgencyOf(agencyClass), ["personName"] = Belongings.PersonName, ["involvement"] = "RepresentingAgency",
        });
        return await own.MakeAsync($"/task-forces/{own.TaskForce}/calendar-addresses", Roles.Coordinator, new() { ["seatId"] = seat });
    }
}
