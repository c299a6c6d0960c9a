using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Commitments;

/// <summary>A pledge.</summary>
/// <param name="AgencyId">The one member that pledged; all did where there is none.</param>
public sealed record CommitmentView(
    Guid Id, CommitmentScope Scope, Guid? AgencyId, CommitmentKind Kind, string What, string? InReturn, Period Period, int CountDue,
    DateOnly StartsOn, DateOnly? EndsOn)
{
    internal static CommitmentView Of(Commitment commitment) => new(
        commitment.Id, commitment.Scope, commitment.AgencyId, commitment.Kind, commitment.What, commitment.InReturn, commitment.Period,
        commitment.CountDue, commitment.StartsOn, commitment.EndsOn);
}

internal static class ReadCommitments
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/commitments", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists what is pledged: by scope, kind, and whom it binds on a day.");
        api.MapGet("/task-forces/{id:guid}/commitments/{commitmentId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one commitment.");
    }

    private static async Task<Results<Ok<IReadOnlyList<CommitmentView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        CommitmentScope? scope = null, CommitmentKind? kind = null, Guid? agencyId = null, DateOnly? on = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var commitments = db.Commitments.Where(commitment => commitment.TaskForceId == id);
        if (scope is not null) commitments = commitments.Where(commitment => commitment.Scope == scope);
        if (kind is not null) commitments = commitments.Where(commitment => commitment.Kind == kind);
        if (agencyId is not null) commitments = commitments.Where(commitment => commitment.AgencyId == null || commitment.AgencyId == agencyId);
        if (on is not null) commitments = commitments.Where(commitment => commitment.StartsOn <= on && (commitment.EndsOn == null || commitment.EndsOn >= on));
        return await commitments.ToPageAsync(page, http, CommitmentView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<CommitmentView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid commitmentId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var commitment = await db.Commitments.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == commitmentId && one.TaskForceId == id, cancellationToken);
        if (commitment is null) return Problems.NotFound();

        http.SetETag(commitment);
        return TypedResults.Ok(CommitmentView.Of(commitment));
    }
}
