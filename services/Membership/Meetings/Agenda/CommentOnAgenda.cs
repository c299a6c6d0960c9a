using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Agenda;

/// <summary>A comment on the draft of an agenda. Nothing about a case or a person served.</summary>
/// <param name="AgendaItemId">The item that it is about; the whole agenda where not given.</param>
public sealed record NewAgendaComment(
    [property: Required, PlainText(Lines = true), StringLength(MeetingComment.TextLength)] string Text, Guid? AgendaItemId = null);

internal static class CommentOnAgenda
{
    private const string Path = "/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda/comments";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Path, CommentAsync)
            .RequireRoles(MeetingRoles.ForAgency)
            .WithSummary("Comments on the draft of the agenda, for an invited agency, while it is open for comments.");
        api.MapGet(Path, ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the comments on the agenda.");
    }

    private static async Task<Results<Created<MeetingCommentView>, ProblemHttpResult>> CommentAsync(
        Guid id, Guid meetingId, NewAgendaComment request, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (_, meeting)) return Problems.NotFound();
        if (caller.AgencyId is not { } agency || !meeting.HasInvited(agency))
            return Problems.Forbidden("Comments are made for an agency that is invited.");
        if (meeting.State != MeetingState.AgendaOpen) return meeting.StateConflict();
        var now = time.GetUtcNow();
        if (!meeting.TakesComments(now)) return Problems.Conflict("comment-period-over", "The time for comments is over.");
        if (request.AgendaItemId is { } item && !await db.AgendaItems.AnyAsync(there => there.Id == item && there.MeetingId == meetingId, cancellationToken))
            return Problems.Invalid("agendaItemId", "The agenda has no such item.");

        var comment = MeetingComment.OnAgenda(meeting, request.AgendaItemId, agency, caller.SeatId, request.Text.Trim(), now);
        db.MeetingComments.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/task-forces/{id}/meetings/{meetingId}/agenda/comments", MeetingCommentView.Of(comment));
    }

    private static async Task<Results<Ok<IReadOnlyList<MeetingCommentView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? agendaItemId = null, Guid? agencyId = null)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is null) return Problems.NotFound();

        var comments = db.MeetingComments.Where(comment => comment.MeetingId == meetingId && comment.Subject == CommentSubject.Agenda);
        if (agendaItemId is not null) comments = comments.Where(comment => comment.AgendaItemId == agendaItemId);
        if (agencyId is not null) comments = comments.Where(comment => comment.AgencyId == agencyId);
        return await comments.ToPageAsync(page, http, MeetingCommentView.Of, cancellationToken);
    }
}
