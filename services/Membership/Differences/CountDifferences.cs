using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Differences;

/// <summary>How many differences a task force worked on in a year, in its closed months.</summary>
/// <param name="Until">The last day that is counted; none where no month of the year is over.</param>
public sealed record DifferenceCounts(
    int Year, DateOnly? Until, IReadOnlyList<KindCount> LoggedByKind, IReadOnlyList<OutcomeCount> ClosedByOutcome);

/// <summary>How many of a kind were logged.</summary>
public sealed record KindCount(DifferenceKind Kind, int Count);

/// <summary>How many were closed so.</summary>
public sealed record OutcomeCount(DifferenceOutcome Outcome, int Count);

/// <summary>
/// For the core group, and for those who report on how the task force works together: its coordinator and the hub's office.
/// It is counted by the day on which it was entered, in months that are over: nobody sees a number rise on the day after
/// a quarrel, whatever day it was logged for. What could point at a side is left out: no agencies, no days, kinds and
/// outcomes not crossed. For any other reader Reporting's suppression applies to the events.
/// </summary>
internal static class CountDifferences
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/differences/counts", CountAsync)
        .RequireRolesOrHide(Roles.HubAdmin, Roles.Coordinator, Roles.CoreGroup)
        .WithSummary("Counts the differences entered in a year by kind, and those closed by outcome, in its closed months. Nothing of what they are about.");

    private static async Task<Results<Ok<DifferenceCounts>, ProblemHttpResult>> CountAsync(
        Guid id, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken, [Range(2000, 2200)] int? year = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.MayRun(taskForce) && !caller.IsInCoreGroup(taskForce)) return Problems.NotFound();

        var today = time.Day();
        var lastClosed = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        var counted = year ?? lastClosed.Year;
        if (counted is < 2000 or > 2200) return Problems.Invalid("year", "Name a year from 2000 to 2200.");
        var (from, until) = (new DateOnly(counted, 1, 1), new DateOnly(counted, 12, 31));
        if (until > lastClosed) until = lastClosed;

        var logged = await db.Differences
            .Where(difference => difference.TaskForceId == id && difference.EnteredOn >= from && difference.EnteredOn <= until)
            .GroupBy(difference => difference.Kind).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var closed = await db.Differences
            .Where(difference => difference.TaskForceId == id && difference.ClosingEnteredOn >= from && difference.ClosingEnteredOn <= until)
            .GroupBy(difference => difference.Outcome!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return TypedResults.Ok(new DifferenceCounts(
            counted, until < from ? null : until,
            [.. Enum.GetValues<DifferenceKind>().Select(kind => new KindCount(kind, logged.GetValueOrDefault(kind)))],
            [.. Enum.GetValues<DifferenceOutcome>().Select(outcome => new OutcomeCount(outcome, closed.GetValueOrDefault(outcome)))]));
    }
}
