using Reporting.Suppression;

namespace Reporting.ReferralReports;

/// <summary>One month's true figures: the agencies in a fixed order, and the hub's sums.</summary>
internal sealed class MonthTable
{
    private readonly List<(Guid Agency, AgencyFigures Figures)> rows;

    /// <param name="agencies">All agencies listed by the month's end, also those without a fact.</param>
    public MonthTable(IEnumerable<Guid> agencies, IEnumerable<CountedFacts> facts)
    {
        var byAgency = agencies.Distinct().ToDictionary(agency => agency, _ => new AgencyFigures());
        foreach (var alike in facts)
        {
            if (!byAgency.TryGetValue(alike.AgencyId, out var figures))
                byAgency.Add(alike.AgencyId, figures = new AgencyFigures());
            figures.Add(alike);
            Hub.Add(alike);
        }

        // By id and not by a figure: the order decides which zeros are hidden, and must tell nothing.
        rows = [.. byAgency.OrderBy(row => row.Key).Select(row => (row.Key, row.Value))];
    }

    public AgencyFigures Hub { get; } = new();

    public IReadOnlyList<(Guid Agency, AgencyFigures Figures)> Rows => rows;

    /// <summary>What an outside reader sees of it.</summary>
    /// <param name="isFirst">
    /// The hub's first month with a referral. No more can be answered than was made: with every month's sums that would
    /// bound what is hidden, so the first month's referrals made stay hidden, and the inequality says nothing for ever.
    /// </param>
    public ShownTable Protect(int threshold, bool isFirst)
    {
        ShownColumn Column(Func<AgencyFigures, long> figure) => ColumnRule.Protect([.. rows.Select(row => figure(row.Figures))], threshold);

        var declined = Column(figures => figures.Declined);
        return new ShownTable(
            isFirst ? ShownColumn.Nothing(rows.Count) : Column(figures => figures.Made),
            Column(figures => figures.Accepted),
            declined,
            rows.Count == 0
                ? new ShownBreakdown(true, [.. AgencyFigures.Reasons.Select(_ => true)]) // before the hub's first agency: zeros
                : BreakdownRule.Protect([.. rows.Select(row => row.Figures.DeclinedBy)], declined, threshold),
            Column(figures => figures.Revoked),
            Column(figures => figures.Overdue));
    }
}

/// <summary>Which cells of a month's table are shown.</summary>
internal sealed record ShownTable(
    ShownColumn Made, ShownColumn Accepted, ShownColumn Declined, ShownBreakdown DeclinedBy, ShownColumn Revoked, ShownColumn Overdue);
