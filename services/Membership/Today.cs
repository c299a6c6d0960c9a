namespace Membership;

internal static class Today
{
    /// <summary>The day, in UTC.</summary>
    public static DateOnly Day(this TimeProvider time) => time.GetUtcNow().Day();

    public static DateOnly Day(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>Its first moment, in UTC.</summary>
    public static DateTimeOffset Begins(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The first moment behind it. There is none behind the last day that a calendar has.</summary>
    public static DateTimeOffset Ends(this DateOnly day) => day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : day.AddDays(1).Begins();
}
