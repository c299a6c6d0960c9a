using Contracts;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Commitments;

/// <summary>A pledge to the task force: of every member, or of one for what it gets in return.</summary>
/// <remarks>
/// Periods are counted from its first day. A member owes a period that begins on or after the day on which it joined and
/// ends while it is a member; one that the commitment's own end cuts short, nobody owes. So nobody is late with what
/// was under way when it came.
/// </remarks>
public sealed class Commitment : Entity
{
    public const int WhatLength = 500;
    public const int MostInTaskForce = 1000;

    private Commitment()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public CommitmentScope Scope { get; private set; }

    /// <summary>Who pledged, where it is one.</summary>
    public Guid? AgencyId { get; private set; }

    public CommitmentKind Kind { get; private set; }

    /// <summary>What is pledged, in the task force's own words. Stays here.</summary>
    public string What { get; private set; } = "";

    /// <summary>What the one who pledged gets for it.</summary>
    public string? InReturn { get; private set; }

    public Period Period { get; private set; }

    /// <summary>How often in each period.</summary>
    public int CountDue { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day; none where it goes on. What is due once is due by then.</summary>
    public DateOnly? EndsOn { get; private set; }

    internal static Commitment Pledge(
        TaskForce taskForce, Guid? agencyId, CommitmentKind kind, string what, string? inReturn, Period period, int countDue,
        DateOnly startsOn, DateOnly? endsOn) => new()
    {
        Hub = taskForce.Hub, TaskForceId = taskForce.Id, Scope = agencyId is null ? CommitmentScope.Universal : CommitmentScope.QuidProQuo,
        AgencyId = agencyId, Kind = kind, What = what, InReturn = inReturn, Period = period, CountDue = countDue, StartsOn = startsOn, EndsOn = endsOn,
    };

    /// <summary>Ends it, earlier or later than was said; only a day that is not over.</summary>
    public void End(DateOnly endsOn) => EndsOn = endsOn;

    public bool IsOf(Guid agencyId) => AgencyId is null || AgencyId == agencyId;

    /// <summary>The period that holds a day; null before the first and after the end.</summary>
    internal DueSpan? SpanOn(DateOnly day)
    {
        if (day < StartsOn || day > EndsOn) return null;
        if (Period == Period.Once) return new DueSpan(StartsOn, EndsOn!.Value);

        var number = (((day.Year - StartsOn.Year) * 12) + day.Month - StartsOn.Month) / Months;
        if (FirstOf(number) > day) number--;
        return new DueSpan(FirstOf(number), FirstOf(number + 1).AddDays(-1));
    }

    /// <summary>The periods that have a day in this range, the latest first.</summary>
    internal IEnumerable<DueSpan> Spans(DateOnly from, DateOnly to)
    {
        var day = EndsOn < to ? EndsOn.Value : to;
        while (SpanOn(day) is { } span && span.Last >= from)
        {
            yield return span;
            day = span.First.AddDays(-1);
        }
    }

    internal bool IsCutShort(DueSpan span) => span.Last > EndsOn;

    private int Months => Period switch { Period.Month => 1, Period.Quarter => 3, Period.HalfYear => 6, _ => 12 };

    /// <summary>Always from the first day, so that a 31st is back after February.</summary>
    private DateOnly FirstOf(int number) => StartsOn.AddMonths(number * Months);
}
