using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Agenda;

internal static class ReadAgenda
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the agenda's items, as it is gone through. Before it is opened, an agency sees its own proposals.");
        api.MapGet("/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda/{itemId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one item of the agenda.");
        api.MapGet("/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda/proposals", ProposalsAsync)
            .RequireRoles(MeetingRoles.Records)
            .WithSummary("What the platform will propose when the agenda is opened: action items that are due, and reviews that are overdue.");
    }

    private static async Task<Results<Ok<IReadOnlyList<AgendaItemView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        AgendaItemKind? kind = null, Guid? proposedByAgencyId = null)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();

        var items = ItemsFor(db, meeting, taskForce, caller);
        if (kind is not null) items = items.Where(item => item.Kind == kind);
        if (proposedByAgencyId is not null) items = items.Where(item => item.ProposedByAgencyId == proposedByAgencyId);
        // One meeting has few, so that they are sorted whole.
        var agenda = await items.AsNoTracking().OrderBy(item => item.Place).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        return agenda.ToPage(page, http, item => item.Id, AgendaItemView.Of);
    }

    private static async Task<Results<Ok<AgendaItemView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid meetingId, Guid itemId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (await ItemsFor(db, meeting, taskForce, caller).SingleOrDefaultAsync(item => item.Id == itemId, cancellationToken) is not { } item)
            return Problems.NotFound();

        http.SetETag(item);
        return TypedResults.Ok(AgendaItemView.Of(item));
    }

    private static async Task<Results<Ok<IReadOnlyList<ProposedItem>>, ProblemHttpResult>> ProposalsAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        AgendaItemKind? kind = null, Guid? agencyId = null)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Proposals are for those who prepare the meeting.");

        var proposed = await db.ProposedForAsync(meeting, cancellationToken);
        return proposed.ToPage(
            page, http, item => (item.ActionItemId ?? item.ReviewedAgencyId)!.Value, item => item,
            item => (kind is null || item.Kind == kind) && (agencyId is null || item.SponsorAgencyId == agencyId));
    }

    /// <summary>A draft that is not opened is its makers' own, and each agency's proposals are its own.</summary>
    internal static IQueryable<AgendaItem> ItemsFor(MembershipDb db, Meeting meeting, TaskForce taskForce, Caller caller)
    {
        var items = db.AgendaItems.Where(item => item.MeetingId == meeting.Id);
        return meeting.AgendaOpenedOn is not null || meeting.WasHeld || caller.OverseesMeetings(taskForce)
            ? items
            : items.Where(item => item.ProposedByAgencyId != null && item.ProposedByAgencyId == caller.AgencyId);
    }
}
