using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Handovers;

/// <summary>Something that a seat held when it ended.</summary>
/// <param name="ItemId">What it is, by its kind: an action item, a protocol's step.</param>
/// <param name="ToSeatId">Whose it is now; nobody's while it is flagged.</param>
/// <param name="Flagged">Waits for somebody to take it over.</param>
/// <param name="ClosedOn">When it was dismissed, as settled otherwise.</param>
public sealed record HandoverView(
    Guid Id, Guid AgencyId, ResponsibilityKind Kind, Guid ItemId, Guid FromSeatId, Guid? ToSeatId, bool Flagged, DateOnly PassedOn,
    DateOnly? AssignedOn, DateOnly? ClosedOn)
{
    internal static HandoverView Of(PassedResponsibility passed) => new(
        passed.Id, passed.AgencyId, passed.Kind, passed.ItemId, passed.FromSeatId, passed.ToSeatId, passed.IsFlagged, passed.PassedAt.Day(),
        passed.AssignedAt?.Day(), passed.ClosedAt?.Day());
}

internal static class ReadHandovers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/handovers", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists what ended seats held, and who has it now; flagged=true lists what nobody has.");
        api.MapGet("/task-forces/{id:guid}/handovers/{handoverId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one handover.");
    }

    private static async Task<Results<Ok<IReadOnlyList<HandoverView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        bool? flagged = null, ResponsibilityKind? kind = null, Guid? agencyId = null, Guid? fromSeatId = null, Guid? toSeatId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var handovers = db.PassedResponsibilities.Where(passed => passed.TaskForceId == id);
        if (flagged is not null) handovers = handovers.Where(passed => (passed.ToSeatId == null && passed.ClosedAt == null) == flagged);
        if (kind is not null) handovers = handovers.Where(passed => passed.Kind == kind);
        if (agencyId is not null) handovers = handovers.Where(passed => passed.AgencyId == agencyId);
        if (fromSeatId is not null) handovers = handovers.Where(passed => passed.FromSeatId == fromSeatId);
        if (toSeatId is not null) handovers = handovers.Where(passed => passed.ToSeatId == toSeatId);
        return await handovers.ToPageAsync(page, http, HandoverView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<HandoverView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid handoverId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var passed = await db.PassedResponsibilities.AsNoTracking()
            .SingleOrDefaultAsync(passed => passed.Id == handoverId && passed.TaskForceId == id, cancellationToken);
        if (passed is null) return Problems.NotFound();

        http.SetETag(passed);
        return TypedResults.Ok(HandoverView.Of(passed));
    }
}
