using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Differences;

/// <summary>How a side sees it.</summary>
/// <param name="View">In its own words. Nothing about a case or a person served.</param>
public sealed record ViewInWords([property: Required, PlainText(Lines = true), StringLength(Difference.ViewLength)] string View);

internal static class SayView
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/difference-views", ListAsync)
            .WithSummary("Lists what the caller's own agency was asked its view of, and what it said; nothing of any other side.");
        api.MapGet("/task-forces/{id:guid}/differences/{differenceId:guid}/sides/{agencyId:guid}/view", GetAsync)
            .WithSummary("Reads a side's view: for that side, and for the core group.");
        api.MapPut("/task-forces/{id:guid}/differences/{differenceId:guid}/sides/{agencyId:guid}/view", SayAsync)
            .RequireIfMatch()
            .WithSummary("Says a side's view. By that side in its own words; by the core group as dictated, where nothing was said yet.");
    }

    private static async Task<Results<Ok<IReadOnlyList<SideView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        DifferenceState? state = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce
            || caller.AgencyId is not { } agencyId || !caller.SpeaksFor(taskForce, agencyId))
        {
            return Problems.NotFound();
        }

        var sides = db.DifferenceSides.Include(side => side.Difference).Where(side => side.TaskForceId == id && side.AgencyId == agencyId);
        if (state is not null) sides = sides.Where(side => side.Difference.ClosedOn == null == (state == DifferenceState.Open));
        return await sides.ToPageAsync(page, http, side => SideView.Of(side, side.Difference), cancellationToken);
    }

    private static async Task<Results<Ok<SideView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid differenceId, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindSideAsync(id, differenceId, agencyId, caller, cancellationToken) is not { } side) return Problems.NotFound();

        http.SetETag(side);
        return TypedResults.Ok(SideView.Of(side, side.Difference));
    }

    private static async Task<Results<Ok<SideView>, ProblemHttpResult>> SayAsync(
        Guid id, Guid differenceId, Guid agencyId, ViewInWords request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindSideAsync(id, differenceId, agencyId, caller, cancellationToken) is not { } side) return Problems.NotFound();
        if (IfMatch.Check(http, side) is { } refused) return refused;
        if (side.Difference.State == DifferenceState.Closed) return Problems.StateConflict(side.Difference.State);

        if (caller.SpeaksFor(side)) side.Say(request.View.Trim(), time.Day());
        else if (!side.TakeDown(request.View.Trim(), time.Day()))
            return Problems.Conflict("said-already", "This side has said its view: only the side itself changes it.");
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(side);
        return TypedResults.Ok(SideView.Of(side, side.Difference));
    }
}
