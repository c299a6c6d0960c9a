using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Differences;

/// <summary>A difference, as the core group sees it.</summary>
/// <param name="Question">What each side is asked to say its view of.</param>
public sealed record DifferenceView(
    Guid Id, DifferenceKind Kind, string Question, DifferenceState State, DateOnly LoggedOn, IReadOnlyList<SideView> Sides,
    IReadOnlyList<DifferenceStepView> Steps, DifferenceOutcome? Outcome, string? OutcomeInWords, DateOnly? ClosedOn)
{
    internal static DifferenceView Of(Difference difference, IEnumerable<DifferenceSide> sides) => new(
        difference.Id, difference.Kind, difference.Question, difference.State, difference.LoggedOn,
        [.. sides.OrderBy(side => side.AgencyId).Select(side => SideView.Of(side, difference))],
        [.. difference.Steps.OrderBy(step => step.On).ThenBy(step => step.Number).Select(step => new DifferenceStepView(step.On, step.What))],
        difference.Outcome, difference.OutcomeInWords, difference.ClosedOn);
}

/// <summary>One side's view, in its own words.</summary>
/// <param name="Source">Whether the side wrote it, or the core group as it was dictated to.</param>
public sealed record SideView(
    Guid DifferenceId, Guid AgencyId, string Question, DifferenceState State, string? View, ViewSource? Source, DateOnly? WrittenOn)
{
    internal static SideView Of(DifferenceSide side, Difference difference) => new(
        side.DifferenceId, side.AgencyId, difference.Question, difference.State, side.View, side.Source, side.WrittenOn);
}

/// <summary>What was done about it, and when.</summary>
public sealed record DifferenceStepView(DateOnly On, string What);

/// <summary>A difference in the core group's list.</summary>
public sealed record DifferenceLine(
    Guid Id, DifferenceKind Kind, string Question, DifferenceState State, DateOnly LoggedOn, DateOnly? LastStepOn, DifferenceOutcome? Outcome,
    DateOnly? ClosedOn)
{
    internal static DifferenceLine Of(Difference difference) => new(
        difference.Id, difference.Kind, difference.Question, difference.State, difference.LoggedOn, difference.LastStepOn, difference.Outcome,
        difference.ClosedOn);
}

internal static class ReadDifferences
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/differences", ListAsync)
            .RequireRolesOrHide(Roles.CoreGroup)
            .WithSummary("Lists the task force's differences. For its core group; to everybody else there are none.");
        api.MapGet("/task-forces/{id:guid}/differences/{differenceId:guid}", GetAsync)
            .RequireRolesOrHide(Roles.CoreGroup)
            .WithSummary("Reads a difference, each side's view in its own words, and the steps taken.");
    }

    private static async Task<Results<Ok<IReadOnlyList<DifferenceLine>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        DifferenceKind? kind = null, DifferenceState? state = null, Guid? agencyId = null)
    {
        if (await db.FindForCoreGroupAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var differences = db.Differences.Where(difference => difference.TaskForceId == id);
        if (kind is not null) differences = differences.Where(difference => difference.Kind == kind);
        if (state is not null) differences = differences.Where(difference => difference.ClosedOn == null == (state == DifferenceState.Open));
        if (agencyId is not null)
            differences = differences.Where(difference => db.DifferenceSides.Any(side => side.DifferenceId == difference.Id && side.AgencyId == agencyId));
        return await differences.ToPageAsync(page, http, DifferenceLine.Of, cancellationToken);
    }

    private static async Task<Results<Ok<DifferenceView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid differenceId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForCoreGroupAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var difference = await db.Differences.AsNoTracking()
            .SingleOrDefaultAsync(difference => difference.Id == differenceId && difference.TaskForceId == id, cancellationToken);
        if (difference is null) return Problems.NotFound();

        http.SetETag(difference);
        var sides = await db.DifferenceSides.AsNoTracking().Where(side => side.DifferenceId == differenceId).ToListAsync(cancellationToken);
        return TypedResults.Ok(DifferenceView.Of(difference, sides));
    }
}
