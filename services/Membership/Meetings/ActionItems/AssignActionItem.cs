using System.ComponentModel.DataAnnotations;
using Membership.Meetings.Agenda;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.ActionItems;

/// <summary>What an agency takes on. Nothing about a case or a person served.</summary>
/// <param name="OwnerAgencyId">The agency; that of the seat where only a seat is given.</param>
/// <param name="OwnerSeatId">Who takes it on there.</param>
/// <param name="MeetingId">The meeting that it comes from.</param>
/// <param name="AgendaItemId">The item of that meeting's agenda.</param>
public sealed record NewActionItem(
    [property: Required, PlainText, StringLength(ActionItem.TitleLength)] string Title,
    [property: Required] DateOnly? DueOn,
    Guid? OwnerAgencyId = null,
    Guid? OwnerSeatId = null,
    Guid? MeetingId = null,
    Guid? AgendaItemId = null);

internal static class AssignActionItem
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/action-items", AssignAsync)
            .RequireRoles(MeetingRoles.Records)
            .WithSummary("Records what an agency takes on, by when.");
        api.MapPut("/task-forces/{id:guid}/action-items/{itemId:guid}", ReplaceAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .RequireIfMatch()
            .WithSummary("Changes an open action item's wording, owner or day: whoever prepares meetings. Its agency may name who takes it on.");
    }

    private static async Task<Results<Created<ActionItemView>, ProblemHttpResult>> AssignAsync(
        Guid id, NewActionItem request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Action items are recorded by the coordinator or the core group.");
        var (agency, seat, invalid) = await OwnerAsync(db, id, request, cancellationToken);
        if (invalid is not null) return invalid;
        if (request.MeetingId is { } meetingId && await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is null)
            return Problems.Invalid("meetingId", "Must be a meeting of this task force.");
        if (request.AgendaItemId is { } agendaItem
            && !await db.AgendaItems.AnyAsync(item => item.Id == agendaItem && item.MeetingId == request.MeetingId, cancellationToken))
        {
            return Problems.Invalid("agendaItemId", "Must be an item of that meeting's agenda.");
        }

        var item = ActionItem.Assign(
            taskForce, request.Title.Trim(), agency!.Value, seat, request.DueOn!.Value, request.MeetingId, request.AgendaItemId, time.Day());
        db.ActionItems.Add(item);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(item);
        return TypedResults.Created($"/task-forces/{id}/action-items/{item.Id}", ActionItemView.Of(item, time.Day()));
    }

    private static async Task<Results<Ok<ActionItemView>, ProblemHttpResult>> ReplaceAsync(
        Guid id, Guid itemId, NewActionItem request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindActionItemAsync(id, itemId, caller, cancellationToken) is not var (taskForce, item)) return Problems.NotFound();
        var oversees = caller.OverseesMeetings(taskForce);
        if (!oversees && !caller.IsOf(item.OwnerAgencyId)) return Problems.Forbidden("An action item is its agency's, and of those who prepare meetings.");
        if (IfMatch.Check(http, item) is { } refused) return refused;
        var (agency, seat, invalid) = await OwnerAsync(db, id, request, cancellationToken);
        if (invalid is not null) return invalid;
        if ((request.MeetingId ?? item.MeetingId) != item.MeetingId) return Problems.Invalid("meetingId", "Where it comes from stays.");
        if ((request.AgendaItemId ?? item.AgendaItemId) != item.AgendaItemId) return Problems.Invalid("agendaItemId", "Where it comes from stays.");
        var title = request.Title.Trim();
        if (!oversees && (title, agency, request.DueOn) != (item.Title, item.OwnerAgencyId, item.DueOn))
            return Problems.Forbidden("Its agency names who takes it on; the rest was agreed with the others.");
        if (!item.Replace(title, agency!.Value, seat, request.DueOn!.Value, time.Day())) return CloseActionItem.StateConflict(item);
        return await CloseActionItem.SaveAsync(db, item, http, time, cancellationToken);
    }

    private static async Task<(Guid? AgencyId, Guid? SeatId, ProblemHttpResult? Invalid)> OwnerAsync(
        MembershipDb db, Guid taskForceId, NewActionItem request, CancellationToken cancellationToken)
    {
        if (request.OwnerAgencyId is null && request.OwnerSeatId is null)
            return (null, null, Problems.Invalid("ownerAgencyId", "Somebody must take it on: give an agency or a seat."));
        return await db.CheckHolderAsync(taskForceId, request.OwnerAgencyId, request.OwnerSeatId, "ownerAgencyId", "ownerSeatId", cancellationToken);
    }
}
