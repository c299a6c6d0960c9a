using System.Text.Json.Nodes;
using Contracts;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known MeetingSamples => new()
    {
        ["membership GET /task-forces/{id}/meeting-series"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/meeting-series"] = (own, _) => Just(Of(own) with { Body = MeetingBelongings.Series() }),
        ["membership GET /task-forces/{id}/meeting-series/{seriesId}"] = async (own, _) => Of(own, "seriesId", await own.SeriesAsync()),
        ["membership PUT /task-forces/{id}/meeting-series/{seriesId}"] = async (own, _) => Of(own, "seriesId", await own.SeriesAsync()) with { Body = new() { ["startsAt"] = "17:00:00", ["invited"] = null } },
        ["membership POST /task-forces/{id}/meeting-series/{seriesId}/end"] = async (own, _) => Of(own, "seriesId", await own.SeriesAsync()) with { Body = new() { ["lastOn"] = "2031-05-06" } },
        ["membership GET /task-forces/{id}/meetings"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/meetings"] = (own, _) => Just(Of(own) with { Body = MeetingBelongings.Meeting("2031-05-01") }),
        ["membership GET /task-forces/{id}/meetings/{meetingId}"] = async (own, _) => OfMeeting(own, await own.MeetingAsync()),
        ["membership PUT /task-forces/{id}/meetings/{meetingId}"] = async (own, _) => OfMeeting(own, await own.MeetingAsync(), new() { ["startsAt"] = "17:00:00" }),
        ["membership PUT /task-forces/{id}/meetings/{meetingId}/invitations"] = async (own, _) => OfMeeting(own, await own.MeetingAsync(), new() { ["invited"] = null }),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/cancellation"] = async (own, _) => OfMeeting(own, await own.MeetingAsync()),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/agenda/opening"] = async (own, _) => OfMeeting(own, await own.MeetingAsync(), new() { ["commentsUntil"] = "2031-04-01T12:00:00Z" }),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/agenda/settlement"] = async (own, _) => OfMeeting(own, await own.OpenMeetingAsync()),
        ["membership GET /task-forces/{id}/meetings/{meetingId}/agenda"] = async (own, _) => OfMeeting(own, await own.OpenMeetingAsync()),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/agenda"] = async (own, _) => OfMeeting(own, await own.OpenMeetingAsync(), MeetingBelongings.AgendaItem(null)),
        ["membership PUT /task-forces/{id}/meetings/{meetingId}/agenda/order"] = async (own, by) =>
        {
            // Not opened: what is due then would come on it, too.
            var meeting = await own.MeetingAsync();
            return OfMeeting(own, meeting, new() { ["items"] = new JsonArray(await own.AgendaItemAsync(meeting, by)) });
        },
        ["membership GET /task-forces/{id}/meetings/{meetingId}/agenda/proposals"] = async (own, _) => OfMeeting(own, await own.MeetingAsync()),
        ["membership GET /task-forces/{id}/meetings/{meetingId}/agenda/{itemId}"] = (own, by) => OfItemAsync(own, by),
        ["membership PUT /task-forces/{id}/meetings/{meetingId}/agenda/{itemId}"] = (own, by) => OfItemAsync(own, by, MeetingBelongings.AgendaItem(null)),
        ["membership DELETE /task-forces/{id}/meetings/{meetingId}/agenda/{itemId}"] = (own, by) => OfItemAsync(own, by),
        ["membership GET /task-forces/{id}/meetings/{meetingId}/agenda/comments"] = async (own, _) => OfMeeting(own, await own.OpenMeetingAsync()),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/agenda/comments"] = async (own, _) => OfMeeting(own, await own.OpenMeetingAsync(), new() { ["agendaItemId"] = null }, Roles.CaseWorker),
    };

    private static Known MinutesSamples => new()
    {
        ["membership POST /task-forces/{id}/meetings/{meetingId}/holding"] = async (own, _) => OfMeeting(own, await own.MeetingAsync("2026-02-03"), new() { ["seats"] = new JsonArray(await own.SeatAsync()) }),
        ["membership GET /task-forces/{id}/meetings/{meetingId}/attendance"] = async (own, _) => OfMeeting(own, await own.HeldMeetingAsync()),
        ["membership PUT /task-forces/{id}/meetings/{meetingId}/attendance"] = async (own, _) => OfMeeting(own, await own.HeldMeetingAsync(), new() { ["seats"] = new JsonArray(await own.SeatAsync()) }),
        ["membership GET /task-forces/{id}/meetings/{meetingId}/minutes"] = async (own, _) => OfMeeting(own, await own.MinutedMeetingAsync()),
        ["membership PUT /task-forces/{id}/meetings/{meetingId}/minutes"] = async (own, _) => OfMeeting(own, await own.HeldMeetingAsync()),
        ["membership GET /task-forces/{id}/meetings/{meetingId}/minutes/versions"] = async (own, _) => OfMeeting(own, await own.MinutedMeetingAsync()),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/minutes/approval"] = async (own, _) => OfMeeting(own, await own.MinutedMeetingAsync(), new() { ["decisionId"] = null }),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/minutes/corrections"] = async (own, _) => OfMeeting(own, await own.ApprovedMeetingAsync()),
        ["membership GET /task-forces/{id}/meetings/{meetingId}/minutes/comments"] = async (own, _) => OfMeeting(own, await own.MinutedMeetingAsync()),
        ["membership POST /task-forces/{id}/meetings/{meetingId}/minutes/comments"] = async (own, _) => OfMeeting(own, await own.MinutedMeetingAsync(), by: Roles.CaseWorker),
    };

    private static Known ActionItemSamples => new()
    {
        ["membership GET /task-forces/{id}/action-items"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/action-items"] = (own, _) => Just(Of(own) with { Body = MeetingBelongings.ActionItem(own.Agency) }),
        ["membership GET /task-forces/{id}/action-items/{itemId}"] = async (own, by) => Of(own, "itemId", await own.ActionItemAsync(by)),
        ["membership PUT /task-forces/{id}/action-items/{itemId}"] = async (own, by) => Of(own, "itemId", await own.ActionItemAsync(by)) with { Body = MeetingBelongings.ActionItem(own.AgencyOf(by)) },
        ["membership POST /task-forces/{id}/action-items/{itemId}/completion"] = async (own, by) => Of(own, "itemId", await own.ActionItemAsync(by)),
        ["membership POST /task-forces/{id}/action-items/{itemId}/drop"] = async (own, by) => Of(own, "itemId", await own.ActionItemAsync(by)),
    };

    private static Sample OfMeeting(Belongings own, string meeting, JsonObject? body = null, string? by = null) =>
        new(by ?? Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["meetingId"] = meeting }, Body = body };

    private static async Task<Sample> OfItemAsync(Belongings own, AgencyClass proposedBy, JsonObject? body = null)
    {
        var meeting = await own.OpenMeetingAsync();
        var sample = OfMeeting(own, meeting, body);
        sample.Path["itemId"] = await own.AgendaItemAsync(meeting, proposedBy);
        return sample;
    }
}
