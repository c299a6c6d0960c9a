using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Http;

namespace Membership.Leadership;

/// <summary>What the arrangement in force says about terms.</summary>
internal static class Terms
{
    /// <summary>Where terms have no length, a year's break is one.</summary>
    private const int BreakMonths = 12;

    /// <summary>
    /// Which term in a row it would be. A break of a whole term or more starts anew; standing in is no term.
    /// </summary>
    /// <param name="earlier">The person's own holdings of this kind of position, in whichever seat.</param>
    public static int Next(this LeadershipArrangement? arrangement, IEnumerable<LeadershipPosition> earlier, DateOnly from)
    {
        var last = earlier.Where(position => position.Term > 0).MaxBy(position => position.From);
        var until = last?.EndedOn ?? last?.From;
        return last is null || until!.Value.AddMonths(arrangement?.TermMonths ?? BreakMonths) <= from ? 1 : last.Term + 1;
    }

    public static ProblemHttpResult? Refuse(this LeadershipArrangement? arrangement, int term, DateOnly from, DateOnly? endsOn)
    {
        if (endsOn < from) return Problems.Invalid("termEndsOn", "The term would end before it begins.");
        if (endsOn > arrangement.LastDay(from)) return Problems.Invalid("termEndsOn", $"A term is {arrangement!.TermMonths} months here.");
        return term > arrangement?.ConsecutiveTerms
            ? Problems.Conflict("term-limit", $"The arrangement in force allows {arrangement.ConsecutiveTerms} terms in a row: choose somebody else.")
            : null;
    }

    /// <summary>Of a whole term; null where terms have no end.</summary>
    public static DateOnly? LastDay(this LeadershipArrangement? arrangement, DateOnly from) =>
        arrangement?.TermMonths is { } months ? from.AddMonths(months).AddDays(-1) : null;
}
