namespace Membership.Participation;

public enum PeriodLength { Month, Quarter }

/// <summary>A month or quarter.</summary>
internal readonly record struct Period(DateOnly From, DateOnly To)
{
    public const int Most = 24;

    public bool Has(DateOnly day) => From <= day && day <= To;

    /// <summary>Every whole period that some day of these belongs to, in order.</summary>
    public static IReadOnlyList<Period> Between(DateOnly from, DateOnly to, PeriodLength length)
    {
        var months = length == PeriodLength.Month ? 1 : 3;
        List<Period> periods = [];
        for (var start = Start(from, months); start <= to && periods.Count <= Most; start = start.AddMonths(months))
            periods.Add(new(start, start.AddMonths(months).AddDays(-1)));
        return periods;
    }

    public static DateOnly Start(DateOnly day, int months) => new(day.Year, day.Month - ((day.Month - 1) % months), 1);
}
