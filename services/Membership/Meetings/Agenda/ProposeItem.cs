using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Agenda;

/// <summary>What the meeting is to take up. Nothing about a case or a person served.</summary>
/// <param name="Minutes">How long it may take.</param>
/// <param name="SponsorAgencyId">The agency that speaks for it; that of the seat where only a seat is given.</param>
/// <param name="SponsorSeatId">Who speaks for it.</param>
/// <param name="CourseTitle">The training's title: for an item of kind Training, and only there.</param>
/// <param name="ProposedByAgencyId">Whoever prepares the meeting may enter another agency's proposal; else it is the caller's own.</param>
public sealed record NewAgendaItem(
    [property: Required, PlainText, StringLength(AgendaItem.TitleLength)] string Title,
    [property: Required] AgendaItemKind? Kind,
    [property: Range(1, 600)] int? Minutes = null,
    Guid? SponsorAgencyId = null,
    Guid? SponsorSeatId = null,
    [property: PlainText, StringLength(200)] string? CourseTitle = null,
    Guid? ProposedByAgencyId = null);

internal static class ProposeItem
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Proposes an item for the agenda, until it is settled.");

    private static async Task<Results<Created<AgendaItemView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid meetingId, NewAgendaItem request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        var proposedBy = request.ProposedByAgencyId ?? caller.AgencyId;
        if (!caller.OverseesMeetings(taskForce) && (proposedBy is null || proposedBy != caller.AgencyId))
            return Problems.Forbidden("An agency proposes for itself.");
        var (content, invalid) = await db.CheckContentAsync(id, request, cancellationToken);
        if (invalid is not null) return invalid;
        if (proposedBy is not null && await db.CheckInvitedAsync(id, [proposedBy.Value], cancellationToken) is not null)
            return Problems.Invalid("proposedByAgencyId", "Must be a member agency of this task force.");

        if (await db.AgendaItems.CountAsync(one => one.MeetingId == meetingId, cancellationToken) >= AgendaItem.Most)
            return Problems.Conflict("agenda-full", $"An agenda holds {AgendaItem.Most} items. Keep it for the next meeting.");

        if (AgendaItem.Put(meeting, content!, proposedBy) is not { } item) return meeting.StateConflict();
        db.AgendaItems.Add(item);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MeetingAccess.Overtaken();
        }

        http.SetETag(item);
        return TypedResults.Created($"/task-forces/{id}/meetings/{meetingId}/agenda/{item.Id}", AgendaItemView.Of(item));
    }
}
