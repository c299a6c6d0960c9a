using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Committees;

/// <summary>An agency in a committee.</summary>
public sealed record CommitteeMemberView(Guid Id, Guid AgencyId, Guid? SeatId, DateOnly JoinedOn, DateOnly? LeftOn)
{
    internal static CommitteeMemberView Of(CommitteeMember member) => new(member.Id, member.AgencyId, member.SeatId, member.JoinedOn, member.LeftOn);
}

internal static class ReadCommitteeMembers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/committees/{committeeId:guid}/members", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the agencies that sit in a committee; those that left only where asked for.");
        api.MapGet("/task-forces/{id:guid}/committees/{committeeId:guid}/members/{memberId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one agency's place in a committee.");
    }

    private static async Task<Results<Ok<IReadOnlyList<CommitteeMemberView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid committeeId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http,
        CancellationToken cancellationToken, bool left = false, Guid? agencyId = null, Guid? seatId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (!await db.Committees.AnyAsync(committee => committee.Id == committeeId && committee.TaskForceId == id, cancellationToken))
            return Problems.NotFound();

        var members = db.CommitteeMembers.Where(member => member.CommitteeId == committeeId && member.LeftOn != null == left);
        if (agencyId is not null) members = members.Where(member => member.AgencyId == agencyId);
        if (seatId is not null) members = members.Where(member => member.SeatId == seatId);
        return await members.ToPageAsync(page, http, CommitteeMemberView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<CommitteeMemberView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid committeeId, Guid memberId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindCommitteeMemberAsync(id, committeeId, memberId, cancellationToken) is not { } member) return Problems.NotFound();

        http.SetETag(member);
        return TypedResults.Ok(CommitteeMemberView.Of(member));
    }
}
