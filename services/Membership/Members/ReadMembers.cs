using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Agencies;
using Membership.Agencies.Directory;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>An agency's membership of a task force.</summary>
/// <param name="LeftOn">When it ended, however it did.</param>
/// <param name="MayVote">Takes part in votes: provisional and suspended members do not.</param>
/// <param name="Orphaned">Nobody sits for the agency.</param>
/// <param name="DependsOnOnePerson">One person holds all of the agency's seats: nobody would take over. Name an alternate.</param>
/// <param name="SuccessorCandidates">Seats of alternates whose representative is gone.</param>
public sealed record MemberView(
    Guid AgencyId, string AgencyName, AgencyType AgencyType, AgencyClass AgencyClass, MemberState State, DateOnly JoinedOn,
    DateOnly? SuspendedOn, DateOnly? LeftOn, MemberEndReason? EndReason, bool MayVote, int ActiveSeats, bool Orphaned, bool DependsOnOnePerson,
    IReadOnlyList<Guid> SuccessorCandidates)
{
    public static MemberView Of(Member member) => new(
        member.AgencyId, member.Agency.Name, member.Agency.Type, member.Agency.Class, member.State, member.JoinedAt.Day(),
        member.SuspendedOn, member.LeftAt?.Day(), member.EndReason, member.State == MemberState.Active, member.ActiveSeats, member.Orphaned,
        member.DependsOnOnePerson, [.. member.Seats.Where(seat => seat.IsSuccessorCandidate).Select(seat => seat.Id)]);
}

internal static class ReadMembers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/members", ListAsync)
            .WithSummary("Lists the agencies that are members of the task force, and which of them nobody or one person sits for.")
            .WithDescription("Without a state: provisional, active and suspended ones. dependsOnOnePerson=true lists those that one person holds up, "
                + "orphaned=true those for whom nobody sits. Names are found by how their words begin.");
        api.MapGet("/task-forces/{id:guid}/members/{agencyId:guid}", GetAsync)
            .WithSummary("Reads an agency's membership: the present one, or the last.");
    }

    private static async Task<Results<Ok<IReadOnlyList<MemberView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        MemberState? state = null, bool? dependsOnOnePerson = null, [StringLength(100)] string? name = null, AgencyClass? agencyClass = null,
        AgencyType? agencyType = null, bool? orphaned = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var words = NameWords.Of(name ?? "");
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(name)) return Problems.Invalid("name", "Send at least one letter or digit.");

        var members = db.Members
            .Include(member => member.Agency)
            .Include(member => member.Seats.Where(seat => seat.EndedAt == null)).ThenInclude(seat => seat.AlternateFor)
            .Where(member => member.TaskForceId == id);
        members = state is null ? members.Where(member => member.LeftAt == null) : members.In(state.Value);
        if (dependsOnOnePerson is not null) members = members.DependentOnOnePerson(dependsOnOnePerson.Value);
        if (orphaned is not null) members = members.Orphaned(orphaned.Value);
        if (agencyClass is not null) members = members.Where(member => member.Agency.Class == agencyClass);
        if (agencyType is not null) members = members.Where(member => member.Agency.Type == agencyType);
        foreach (var named in words.Select(word => db.Named(taskForce.Hub, word))) members = members.Where(member => named.Contains(member.AgencyId));
        return await members.ToPageAsync(page, http, MemberView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member) return Problems.NotFound();

        http.SetETag(member);
        return TypedResults.Ok(MemberView.Of(member));
    }
}
