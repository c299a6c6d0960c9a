using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Agenda;

internal static class ChangeItem
{
    private const string Path = "/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda/{itemId:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut(Path, ReplaceAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .RequireIfMatch()
            .WithSummary("Replaces an item of the agenda, until it is settled: its proposer, or whoever prepares the meeting.");
        api.MapDelete(Path, RemoveAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .RequireIfMatch()
            .WithSummary("Takes an item off the agenda, until it is settled: its proposer, or whoever prepares the meeting.");
    }

    private static async Task<Results<Ok<AgendaItemView>, ProblemHttpResult>> ReplaceAsync(
        Guid id, Guid meetingId, Guid itemId, NewAgendaItem request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var (meeting, item, refused) = await FindAsync(db, id, meetingId, itemId, caller, http, cancellationToken);
        if (refused is not null) return refused;
        if (request.ProposedByAgencyId is not null && request.ProposedByAgencyId != item!.ProposedByAgencyId)
            return Problems.Invalid("proposedByAgencyId", "Who proposed it stays.");
        var (content, invalid) = await db.CheckContentAsync(id, request, cancellationToken);
        if (invalid is not null) return invalid;
        if (meeting!.ChangeAgenda() is null) return meeting.StateConflict();

        item!.Replace(content!);
        if (!await TrySaveAsync(db, cancellationToken)) return MeetingAccess.Overtaken();
        http.SetETag(item);
        return TypedResults.Ok(AgendaItemView.Of(item));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid id, Guid meetingId, Guid itemId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var (meeting, item, refused) = await FindAsync(db, id, meetingId, itemId, caller, http, cancellationToken);
        if (refused is not null) return refused;
        if (meeting!.ChangeAgenda() is null) return meeting.StateConflict();
        if (await db.MeetingComments.AnyAsync(comment => comment.AgendaItemId == itemId, cancellationToken))
            return Problems.Conflict("item-discussed", "Agencies have commented on this item: change it instead.");

        db.AgendaItems.Remove(item!);
        return await TrySaveAsync(db, cancellationToken) ? TypedResults.NoContent() : MeetingAccess.Overtaken();
    }

    private static async Task<(Meeting? Meeting, AgendaItem? Item, ProblemHttpResult? Refused)> FindAsync(
        MembershipDb db, Guid id, Guid meetingId, Guid itemId, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return (null, null, Problems.NotFound());
        if (await ReadAgenda.ItemsFor(db, meeting, taskForce, caller).SingleOrDefaultAsync(item => item.Id == itemId, cancellationToken) is not { } item)
            return (null, null, Problems.NotFound());
        if (!caller.OverseesMeetings(taskForce) && !(item.ProposedByAgencyId is { } proposer && caller.IsOf(proposer)))
            return (null, null, Problems.Forbidden("An item is changed by the agency that proposed it, or by whoever prepares the meeting."));
        return (meeting, item, IfMatch.Check(http, item));
    }

    private static async Task<bool> TrySaveAsync(MembershipDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
