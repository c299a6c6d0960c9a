using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>One step of an agency's way through the task force.</summary>
/// <param name="State">The membership's state behind it; none before there is one.</param>
/// <param name="DecisionId">The decision that carried it.</param>
public sealed record MemberChangeView(
    Guid Id, Guid AgencyId, MemberStep Step, MemberState? State, string? Reason, DateOnly ChangedOn, ChangedBy By, Guid? DecisionId)
{
    internal static MemberChangeView Of(MemberChange change) => new(
        change.Id, change.AgencyId, change.Step, change.State, change.Reason, change.ChangedAt.Day(),
        new ChangedBy(change.BySubject, change.ByRole, change.ByAgencyId, change.BySeatId), change.DecisionId);
}

internal static class ReadMemberChanges
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/members/{agencyId:guid}/changes", ListAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.CoreGroup, Roles.AgencyAdmin)
        .WithSummary("Lists what happened between the agency and the task force: each step with its reason, date and who, in the order in which they happened.");

    private static async Task<Results<Ok<IReadOnlyList<MemberChangeView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        MemberStep? step = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce || !caller.MayReadOf(taskForce, agencyId))
            return Problems.NotFound();

        var changes = db.MemberChanges.Where(change => change.TaskForceId == id && change.AgencyId == agencyId);
        if (step is not null) changes = changes.Where(change => change.Step == step);
        if (from is { } first) changes = changes.Where(change => change.ChangedAt >= first.Begins());
        if (to is { } last) changes = changes.Where(change => change.ChangedAt < last.Ends());
        return await changes.ToPageInOrderAsync(page, http, MemberChangeView.Of, cancellationToken);
    }
}
