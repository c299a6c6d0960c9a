using Contracts;
using Membership.Decisions;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Minutes;

/// <summary>On what the approval stands.</summary>
/// <param name="DecisionId">A carried decision about Other with the meeting as its subject, as the next meeting takes it; the coordinator's own word where not given.</param>
public sealed record MinutesApproval(Guid? DecisionId = null);

internal static class ApproveMinutes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/meetings/{meetingId:guid}/minutes/approval", HandleAsync)
        .RequireRoles(MeetingRoles.Records)
        .RequireIfMatch()
        .WithSummary("Approves the minutes: by decision, or by the coordinator. From then on they and the attendance stay as they are.");

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid meetingId, MinutesApproval request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Minutes are approved by decision, or by the coordinator.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        if (meeting.State != MeetingState.MinutesDrafted) return meeting.StateConflict();
        if (request.DecisionId is { } decisionId)
        {
            var (decision, problem) = (await db.CarriedAsync(
                taskForce, meeting.CommitteeId, decisionId, DecisionAbout.Other, meetingId, cancellationToken)).AboutText(meeting.MinutesNumber);
            if (decision is null) return problem!;
            decision.UseFor(meetingId);
        }
        else if (!caller.MayRun(taskForce))
        {
            return Problems.Forbidden("Without a decision only the coordinator approves minutes.");
        }

        meeting.ApproveMinutes(request.DecisionId, time.Day());
        return await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken);
    }
}
