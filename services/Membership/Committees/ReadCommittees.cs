using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Committees;

/// <summary>A committee or work group.</summary>
/// <param name="Purpose">A committee's purpose, or a work group's task.</param>
/// <param name="ChairSeatId">None while the chair is vacant.</param>
/// <param name="ChairSince">From when the present chair has it, or nobody.</param>
/// <param name="EndsOn">A work group's last day.</param>
/// <param name="Overdue">Its day has come, and nobody has said that the task is done: complete it, or extend it.</param>
public sealed record CommitteeView(
    Guid Id, CommitteeKind Kind, string Name, string Purpose, CommitteeState State, Guid? ChairSeatId, DateOnly ChairSince, DateOnly FormedOn,
    DateOnly? EndsOn, bool Overdue, DateOnly? EndedOn, CommitteeEndReason? EndReason)
{
    internal static CommitteeView Of(Committee committee, DateOnly today) => new(
        committee.Id, committee.Kind, committee.Name, committee.Purpose, committee.StateOn(today), committee.ChairSeatId, committee.ChairSince,
        committee.FormedOn, committee.EndsOn, committee.IsOverdue(today), committee.EndedOn, committee.EndReason);
}

internal static class ReadCommittees
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/committees", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the task force's committees and work groups, those that ended too.");
        api.MapGet("/task-forces/{id:guid}/committees/{committeeId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one committee or work group.");
    }

    private static async Task<Results<Ok<IReadOnlyList<CommitteeView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken, CommitteeKind? kind = null, CommitteeState? state = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        var committees = db.Committees.Where(committee => committee.TaskForceId == id);
        if (kind is not null) committees = committees.Where(committee => committee.Kind == kind);
        if (state == CommitteeState.Active)
            committees = committees.Where(committee => committee.EndedOn == null && (committee.EndsOn == null || committee.EndsOn >= today));
        if (state == CommitteeState.Ended) committees = committees.Where(committee => committee.EndedOn != null || committee.EndsOn < today);
        return await committees.ToPageAsync(page, http, committee => CommitteeView.Of(committee, today), cancellationToken);
    }

    private static async Task<Results<Ok<CommitteeView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid committeeId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var committee = await db.Committees.AsNoTracking()
            .SingleOrDefaultAsync(committee => committee.Id == committeeId && committee.TaskForceId == id, cancellationToken);
        if (committee is null) return Problems.NotFound();

        http.SetETag(committee);
        return TypedResults.Ok(CommitteeView.Of(committee, time.Day()));
    }
}
