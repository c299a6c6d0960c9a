using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

/// <summary>A line of the minutes of change.</summary>
/// <param name="SubjectId">The arrangement, position or committee that changed.</param>
/// <param name="Why">None where it followed from something else, such as a seat's end.</param>
/// <param name="By">None where a day came, such as a work group's last.</param>
public sealed record StructureChangeView(
    Guid Id, StructureChangeKind Kind, DateOnly On, Guid SubjectId, LeadershipPositionKind? Position, Guid? AgencyId, Guid? SeatId,
    string? Why, Guid? DecisionId, StructureChangedBy? By)
{
    internal static StructureChangeView Of(StructureChange change) => new(
        change.Id, change.Kind, change.On, change.SubjectId, change.Position, change.AgencyId, change.SeatId, change.Why, change.DecisionId,
        change.ByRole is null ? null : new(change.ByRole, change.ByAgencyId, change.BySeatId));
}

/// <summary>Who made a change, or did that from which it followed; by which token is not for all who read it.</summary>
public sealed record StructureChangedBy(string Role, Guid? AgencyId, Guid? SeatId);

internal static class ReadStructureChanges
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/structure-changes", ListAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lists every change of leadership, committees and structure: what changed, on which day, why, by whom and by which decision; in the order in which it was written down.");

    private static async Task<Results<Ok<IReadOnlyList<StructureChangeView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        StructureChangeKind? kind = null, Guid? subjectId = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var changes = db.StructureChanges.Where(change => change.TaskForceId == id);
        if (kind is not null) changes = changes.Where(change => change.Kind == kind);
        if (subjectId is not null) changes = changes.Where(change => change.SubjectId == subjectId);
        if (from is not null) changes = changes.Where(change => change.On >= from);
        if (to is not null) changes = changes.Where(change => change.On <= to);
        return await changes.ToPageInOrderAsync(page, http, StructureChangeView.Of, cancellationToken);
    }
}
