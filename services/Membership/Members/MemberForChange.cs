using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>Why a membership changes.</summary>
/// <param name="Reason">In plain words; for those who run the task force, its core group and the agency itself.</param>
public sealed record MemberReason([property: Required, PlainText(Lines = true), StringLength(MemberChange.ReasonLength)] string Reason);

/// <summary>A membership that the caller may change as it now is, or why not.</summary>
internal readonly record struct MemberForChange(TaskForce? TaskForce, Member? Member, ProblemHttpResult? Refused)
{
    private static readonly Dictionary<MemberState, string[]> Allowed = new()
    {
        [MemberState.Provisional] = ["activation", "suspension", "removal-notice", "departure", "closure"],
        [MemberState.Active] = ["suspension", "removal-notice", "departure", "closure"],
        [MemberState.Suspended] = ["reinstatement", "removal-notice", "departure", "closure"],
        [MemberState.Ended] = [],
    };

    /// <summary>409, naming what the state allows.</summary>
    public static ProblemHttpResult StateConflict(Member member) => Problems.StateConflict(member.State, Allowed[member.State]);
}

internal static class MembersForChange
{
    /// <summary>For those who run the task force.</summary>
    public static async Task<MemberForChange> FindMemberForChangeAsync(
        this MembershipDb db, Guid id, Guid agencyId, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return new(null, null, Problems.NotFound());
        if (!caller.MayRun(taskForce)) return new(null, null, Problems.Forbidden("Members are for the task force's own coordinator."));
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member) return new(null, null, Problems.NotFound());
        return new(taskForce, member, IfMatch.Check(http, member));
    }

    /// <summary>Those who run the task force, its core group, and the agency's own administrator: who read what is between the two.</summary>
    public static bool MayReadOf(this Caller caller, TaskForce taskForce, Guid agencyId) =>
        caller.MayRun(taskForce) || caller.IsInCoreGroup(taskForce) || caller.Administers(taskForce, agencyId);

    /// <summary>The agency's own administrator, in this hub.</summary>
    public static bool Administers(this Caller caller, TaskForce taskForce, Guid agencyId) =>
        caller.Hub == taskForce.Hub && caller.Is(Roles.AgencyAdmin) && caller.IsOf(agencyId);
}
