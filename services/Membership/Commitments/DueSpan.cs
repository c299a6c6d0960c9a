namespace Membership.Commitments;

/// <summary>One period of a commitment, from its first to its last day.</summary>
internal readonly record struct DueSpan(DateOnly First, DateOnly Last)
{
    public bool Holds(DateOnly day) => First <= day && day <= Last;

    /// <summary>The day on which its last third begins.</summary>
    public DateOnly LastThird => First.AddDays((Last.DayNumber - First.DayNumber + 1) * 2 / 3);
}
