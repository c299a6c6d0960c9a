namespace Membership;

internal static class Today
{
    /// <summary>The day, in UTC.</summary>
    public static DateOnly Day(this TimeProvider time) => time.GetUtcNow().Day();

    public static DateOnly Day(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
