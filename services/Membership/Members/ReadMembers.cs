using Membership.TaskForces;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>An agency's membership of a task force.</summary>
/// <param name="Orphaned">Nobody sits for the agency.</param>
/// <param name="DependsOnOnePerson">One person sits for the agency, and nobody would take over.</param>
/// <param name="SuccessorCandidates">Seats of alternates whose representative is gone.</param>
public sealed record MemberView(
    Guid AgencyId, string AgencyName, AgencyType AgencyType, AgencyClass AgencyClass, MemberState State,
    DateOnly JoinedOn, DateOnly? LeftOn, int ActiveSeats, bool Orphaned, bool DependsOnOnePerson, IReadOnlyList<Guid> SuccessorCandidates)
{
    public static MemberView Of(Member member) => new(
        member.AgencyId, member.Agency.Name, member.Agency.Type, member.Agency.Class, member.State,
        DateOnly.FromDateTime(member.JoinedAt.UtcDateTime),
        member.LeftAt is { } left ? DateOnly.FromDateTime(left.UtcDateTime) : null,
        member.ActiveSeats, member.Orphaned, member.DependsOnOnePerson,
        [.. member.Seats.Where(seat => seat.IsSuccessorCandidate).Select(seat => seat.Id)]);
}

internal static class ReadMembers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/members", ListAsync)
            .WithSummary("Lists the agencies that are members of the task force, and which of them nobody or one person sits for.");
        api.MapGet("/task-forces/{id:guid}/members/{agencyId:guid}", GetAsync)
            .WithSummary("Reads an agency's membership: the present one, or the last.");
    }

    private static async Task<Results<Ok<IReadOnlyList<MemberView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var members = db.Members
            .Include(member => member.Agency)
            .Include(member => member.Seats.Where(seat => seat.EndedAt == null)).ThenInclude(seat => seat.AlternateFor)
            .Where(member => member.TaskForceId == id && member.LeftAt == null);
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
