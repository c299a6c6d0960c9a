using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

/// <summary>What an invited agency said to an event's draft.</summary>
public sealed record JointEventCommentView(Guid Id, Guid AgencyId, Guid? SeatId, string Text, DateTimeOffset MadeAt)
{
    internal static JointEventCommentView Of(JointEventComment comment) => new(comment.Id, comment.AgencyId, comment.SeatId, comment.Text, comment.MadeAt);
}

internal static class CommentOnJointEvent
{
    private const string Path = "/task-forces/{id:guid}/joint-events/{eventId:guid}/comments";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Path, CommentAsync)
            .RequireRoles(MeetingRoles.ForAgency)
            .WithSummary("Comments on the draft of the agenda, for an invited agency, until the time for comments is over.");
        api.MapGet(Path, ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the comments on the draft: its organizer, those invited, and those who oversee meetings.");
    }

    private static async Task<Results<Created<JointEventCommentView>, ProblemHttpResult>> CommentAsync(
        Guid id, Guid eventId, NewComment request, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (_, jointEvent)) return Problems.NotFound();
        if (caller.AgencyId is not { } agency || !jointEvent.IsInvited(agency)) return Problems.Forbidden("Comments are made for an agency that is invited.");
        if (jointEvent.State != JointEventState.Draft) return jointEvent.StateConflict();
        var now = time.GetUtcNow();
        if (!jointEvent.TakesComments(now)) return Problems.Conflict("comment-period-over", "The time for comments is over.");

        var comment = JointEventComment.Make(jointEvent, agency, caller.SeatId, request.Text.Trim(), now);
        db.JointEventComments.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/task-forces/{id}/joint-events/{eventId}/comments", JointEventCommentView.Of(comment));
    }

    private static async Task<Results<Ok<IReadOnlyList<JointEventCommentView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid eventId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? agencyId = null)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce) && jointEvent.Parts.All(part => !caller.IsOf(part.AgencyId)))
            return Problems.Forbidden("What was said to the draft is for those who shaped it.");

        var comments = db.JointEventComments.Where(comment => comment.JointEventId == eventId);
        if (agencyId is not null) comments = comments.Where(comment => comment.AgencyId == agencyId);
        return await comments.ToPageAsync(page, http, JointEventCommentView.Of, cancellationToken);
    }
}
