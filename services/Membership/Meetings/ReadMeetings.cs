using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings;

internal static class ReadMeetings
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/meetings", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the meetings that the caller is invited to, by day, state, series and committee.");
        api.MapGet("/task-forces/{id:guid}/meetings/{meetingId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one meeting.");
    }

    private static async Task<Results<Ok<IReadOnlyList<MeetingView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        DateOnly? from = null, DateOnly? to = null, MeetingState? state = null, Guid? seriesId = null, Guid? committeeId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var meetings = db.MeetingsFor(taskForce, caller);
        if (from is not null) meetings = meetings.Where(meeting => meeting.On >= from);
        if (to is not null) meetings = meetings.Where(meeting => meeting.On <= to);
        if (state is not null) meetings = meetings.Where(meeting => meeting.State == state);
        if (seriesId is not null) meetings = meetings.Where(meeting => meeting.SeriesId == seriesId);
        if (committeeId is not null) meetings = meetings.Where(meeting => meeting.CommitteeId == committeeId);
        return await meetings.ToPageAsync(page, http, MeetingView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (_, meeting)) return Problems.NotFound();

        http.SetETag(meeting);
        return TypedResults.Ok(MeetingView.Of(meeting));
    }
}
