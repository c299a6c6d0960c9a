using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Commitments;

/// <summary>Once that an agency did what was pledged.</summary>
/// <param name="SourceId">The meeting or training that it is counted from.</param>
/// <param name="AnsweredOn">When the coordinator confirmed or refused it.</param>
public sealed record FulfilmentView(
    Guid Id, Guid CommitmentId, Guid AgencyId, DateOnly On, FulfilmentSource Source, Guid? SourceId, string? Note, string? DocumentDigest,
    FulfilmentState State, DateOnly? AnsweredOn, string? RefusalReason)
{
    internal static FulfilmentView Of(Fulfilment fulfilment) => new(
        fulfilment.Id, fulfilment.CommitmentId, fulfilment.AgencyId, fulfilment.On, fulfilment.Source, fulfilment.SourceId, fulfilment.Note,
        fulfilment.DocumentDigest, fulfilment.State, fulfilment.AnsweredOn, fulfilment.RefusalReason);
}

internal static class ReadFulfilments
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/commitments/{commitmentId:guid}/fulfilments", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists what was done towards a commitment, by agency, state, source and day.");
        api.MapGet("/task-forces/{id:guid}/commitments/{commitmentId:guid}/fulfilments/{fulfilmentId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one fulfilment.");
    }

    private static async Task<Results<Ok<IReadOnlyList<FulfilmentView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid commitmentId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? agencyId = null, FulfilmentState? state = null, FulfilmentSource? source = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (!await db.Commitments.AnyAsync(one => one.Id == commitmentId && one.TaskForceId == id, cancellationToken)) return Problems.NotFound();

        var fulfilments = db.Fulfilments.Where(fulfilment => fulfilment.CommitmentId == commitmentId);
        if (agencyId is not null) fulfilments = fulfilments.Where(fulfilment => fulfilment.AgencyId == agencyId);
        if (state is not null) fulfilments = fulfilments.Where(fulfilment => fulfilment.State == state);
        if (source is not null) fulfilments = fulfilments.Where(fulfilment => fulfilment.Source == source);
        if (from is not null) fulfilments = fulfilments.Where(fulfilment => fulfilment.On >= from);
        if (to is not null) fulfilments = fulfilments.Where(fulfilment => fulfilment.On <= to);
        return await fulfilments.ToPageAsync(page, http, FulfilmentView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<FulfilmentView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid commitmentId, Guid fulfilmentId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var fulfilment = await db.Fulfilments.AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == fulfilmentId && one.CommitmentId == commitmentId && one.TaskForceId == id, cancellationToken);
        if (fulfilment is null) return Problems.NotFound();

        http.SetETag(fulfilment);
        return TypedResults.Ok(FulfilmentView.Of(fulfilment));
    }
}
