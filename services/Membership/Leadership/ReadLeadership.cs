using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

/// <summary>Who leads the task force now, and how.</summary>
/// <param name="Model">Of the arrangement in force; Single before there is one.</param>
/// <param name="Complete">Everything that the model needs is held or acted for.</param>
/// <param name="Missing">What the model needs and nobody holds.</param>
/// <param name="Positions">Held, acted for, and vacant.</param>
public sealed record LeadershipView(
    ArrangementView? Arrangement, LeadershipModel Model, bool Complete, IReadOnlyList<MissingPosition> Missing, IReadOnlyList<PositionView> Positions);

/// <summary>A position, and who holds or held it.</summary>
/// <param name="SeatId">None while it is vacant.</param>
/// <param name="Term">Which term in a row; 0 for acting and vacant.</param>
/// <param name="TermOver">The term is over, and nobody has been chosen since.</param>
/// <param name="OutsideModel">The arrangement in force no longer has this position: end it.</param>
public sealed record PositionView(
    Guid Id, LeadershipPositionKind Kind, PositionState State, Guid? SeatId, Guid? AgencyId, DateOnly From, DateOnly? TermEndsOn, bool TermOver,
    int Term, Guid? DecisionId, DateOnly? EndedOn, PositionEndReason? EndReason, bool OutsideModel)
{
    internal static PositionView Of(LeadershipPosition position, LeadershipModel model, DateOnly today) => new(
        position.Id, position.Kind, position.State, position.SeatId, position.AgencyId, position.From, position.TermEndsOn,
        position.EndedOn is null && position.TermEndsOn < today, position.Term, position.DecisionId, position.EndedOn, position.EndReason,
        position.EndedOn is null && !ModelRule.Has(model, position.Kind));
}

internal static class ReadLeadership
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/leadership", PresentAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads how the task force is led now, by whom, and what is missing or due.");
        api.MapGet("/task-forces/{id:guid}/leadership/positions", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists who held which position from when to when, vacancies too.");
        api.MapGet("/task-forces/{id:guid}/leadership/positions/{positionId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one holding of a position.");
    }

    private static async Task<Results<Ok<LeadershipView>, ProblemHttpResult>> PresentAsync(
        Guid id, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        var arrangement = await db.ArrangementInForceAsync(id, today, cancellationToken);
        var positions = await db.PresentPositionsAsync(id, cancellationToken);
        var missing = ModelRule.Missing(arrangement.Model(), positions.Held());
        return TypedResults.Ok(new LeadershipView(
            arrangement is null ? null : ArrangementView.Of(arrangement, today), arrangement.Model(), missing.Count == 0, missing,
            [.. positions.Select(position => PositionView.Of(position, arrangement.Model(), today))]));
    }

    private static async Task<Results<Ok<IReadOnlyList<PositionView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken, LeadershipPositionKind? kind = null, Guid? seatId = null, bool? ended = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var positions = db.LeadershipPositions.Where(position => position.TaskForceId == id);
        if (kind is not null) positions = positions.Where(position => position.Kind == kind);
        if (seatId is not null) positions = positions.Where(position => position.SeatId == seatId);
        if (ended is not null) positions = positions.Where(position => position.EndedOn != null == ended);
        var today = time.Day();
        var model = (await db.ArrangementInForceAsync(id, today, cancellationToken)).Model();
        return await positions.ToPageAsync(page, http, position => PositionView.Of(position, model, today), cancellationToken);
    }

    private static async Task<Results<Ok<PositionView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid positionId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var position = await db.LeadershipPositions.AsNoTracking()
            .SingleOrDefaultAsync(position => position.Id == positionId && position.TaskForceId == id, cancellationToken);
        if (position is null) return Problems.NotFound();

        http.SetETag(position);
        var today = time.Day();
        return TypedResults.Ok(PositionView.Of(position, (await db.ArrangementInForceAsync(id, today, cancellationToken)).Model(), today));
    }
}
