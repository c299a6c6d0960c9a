using System.Globalization;

namespace Reporting.ReferralReports;

/// <summary>Whole months, both ends included; each is its first day.</summary>
internal sealed record MonthRange(DateOnly From, DateOnly To)
{
    public const int Most = 24;

    /// <summary>Null with what is wrong, by field.</summary>
    public static MonthRange? Parse(string? from, string? to, out (string Field, string Message) error)
    {
        error = default;
        if (!TryMonth(from, out var first))
            error = ("from", "Give a month as yyyy-MM, such as 2026-01.");
        else if (!TryMonth(to, out var last))
            error = ("to", "Give a month as yyyy-MM, such as 2026-06.");
        else if (last < first)
            error = ("to", "It must not be before from.");
        else if (first.AddMonths(Most) <= last)
            error = ("to", $"Ask for at most {Most} months.");
        else
            return new MonthRange(first, last);
        return null;
    }

    public IEnumerable<DateOnly> Months()
    {
        for (var month = From; month <= To; month = month.AddMonths(1))
            yield return month;
    }

    public static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    // Ends a century early: the arithmetic of months beyond must not run out of calendar.
    private static bool TryMonth(string? text, out DateOnly month) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month) && month.Year is >= 1900 and < 9900;
}
