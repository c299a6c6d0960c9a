using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Minutes;

internal static class CommentOnMinutes
{
    private const string Path = "/task-forces/{id:guid}/meetings/{meetingId:guid}/minutes/comments";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Path, CommentAsync)
            .RequireRoles(MeetingRoles.ForAgency)
            .WithSummary("Comments on the draft of the minutes, for an invited agency, until they are approved.");
        api.MapGet(Path, ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the comments on the minutes.");
    }

    private static async Task<Results<Created<MeetingCommentView>, ProblemHttpResult>> CommentAsync(
        Guid id, Guid meetingId, NewComment request, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (_, meeting)) return Problems.NotFound();
        if (caller.AgencyId is not { } agency || !meeting.HasInvited(agency))
            return Problems.Forbidden("Comments are made for an agency that is invited.");
        if (meeting.State != MeetingState.MinutesDrafted) return meeting.StateConflict();

        var comment = MeetingComment.OnMinutes(meeting, agency, caller.SeatId, request.Text.Trim(), time.GetUtcNow());
        db.MeetingComments.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/task-forces/{id}/meetings/{meetingId}/minutes/comments", MeetingCommentView.Of(comment));
    }

    private static async Task<Results<Ok<IReadOnlyList<MeetingCommentView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? agencyId = null)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is null) return Problems.NotFound();

        var comments = db.MeetingComments.Where(comment => comment.MeetingId == meetingId && comment.Subject == CommentSubject.Minutes);
        if (agencyId is not null) comments = comments.Where(comment => comment.AgencyId == agencyId);
        return await comments.ToPageAsync(page, http, MeetingCommentView.Of, cancellationToken);
    }
}
