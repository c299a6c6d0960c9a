namespace Membership.Meetings.Series;

/// <summary>A series of meetings.</summary>
/// <param name="Weekday">The day of the week, where the rule names one.</param>
/// <param name="LastOn">The last day that the rule gives.</param>
/// <param name="Skipped">Days of the rule without a meeting.</param>
/// <param name="Invited">The agencies that are invited; left out where all members are.</param>
/// <param name="EndedOn">The day on which it was ended before its time.</param>
public sealed record SeriesView(
    Guid Id, Guid TaskForceId, Guid? CommitteeId, string Title, string TimeZone, TimeOnly StartsAt, int DurationMinutes, string? Place,
    RecurrenceFrequency Frequency, int Interval, DayOfWeek? Weekday, WeekOfMonth? Week, int? DayOfMonth, DateOnly FirstOn, DateOnly LastOn, int? Count,
    IReadOnlyList<DateOnly> Skipped, IReadOnlyList<Guid>? Invited, DateOnly? EndedOn)
{
    internal static SeriesView Of(MeetingSeries series) => new(
        series.Id, series.TaskForceId, series.CommitteeId, series.Title, series.TimeZone, series.StartsAt, series.DurationMinutes, series.Place,
        series.Recurrence.Frequency, series.Recurrence.Interval, series.Recurrence.Weekday, series.Recurrence.Week, series.Recurrence.DayOfMonth,
        series.FirstOn, series.LastOn, series.Count, series.Skipped, series.InvitesAll ? null : [.. series.Invited.Order()], series.EndedOn);
}
