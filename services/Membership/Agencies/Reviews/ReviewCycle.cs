namespace Membership.Agencies.Reviews;

/// <summary>Where the review of an agency's role and limits stands.</summary>
public enum ReviewState { Current, Due, Overdue }

/// <summary>
/// Roles are not assumed to be known: six months after they were last gone through a review is due, and thirty days later it is overdue.
/// </summary>
public static class ReviewCycle
{
    public const int Months = 6;
    public const int DaysOfGrace = 30;

    public static DateOnly DueAfter(DateOnly reviewedOn) => reviewedOn.AddMonths(Months);

    public static ReviewState On(DateOnly today, DateOnly dueOn) =>
        today < dueOn ? ReviewState.Current : today <= dueOn.AddDays(DaysOfGrace) ? ReviewState.Due : ReviewState.Overdue;
}
