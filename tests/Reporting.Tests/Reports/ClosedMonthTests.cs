using Contracts;
using Reporting.Directory;
using Reporting.Projection;
using Reporting.ReferralReports;

namespace Reporting.Tests.Reports;

/// <summary>What an outside reader is shown of a month never changes, whatever is asked for and whenever.</summary>
public sealed class ClosedMonthTests
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly Guid[] Agencies = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Theory]
    [InlineData("2026-02-05T23:59:59Z", false)]
    [InlineData("2026-02-06T00:00:00Z", true)]
    public void A_month_is_published_once_all_was_read_after_the_days_of_grace(string lastFull, bool published)
    {
        var report = Build(Facts(January), DateTimeOffset.Parse(lastFull, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(published ? [] : ["2026-01"], report.NotYetPublished);
        Assert.Equal(published, report.Months.Count == 1);
    }

    [Fact]
    public void An_agency_sees_only_its_own_row_of_an_open_month()
    {
        var month = Assert.Single(Build(Facts(January), DateTimeOffset.UnixEpoch, own: Agencies[1]).Months);
        Assert.False(month.Published);
        Assert.Null(month.Hub);
        Assert.Equal(Agencies[1], Assert.Single(month.Agencies).AgencyId);
    }

    [Fact]
    public void An_agency_listed_later_does_not_alter_a_closed_month()
    {
        var later = new ListedAgency { AgencyId = Guid.Empty, Name = "Later", ListedOn = new DateOnly(2026, 2, 1) };
        Assert.Equal(Text(Build(Facts(January), DateTimeOffset.MaxValue)), Text(Build(Facts(January), DateTimeOffset.MaxValue, more: later)));
    }

    [Fact]
    public void Range_and_filter_do_not_alter_what_is_hidden()
    {
        CountedFacts[] facts = [.. Facts(January), .. Facts(January.AddMonths(1))];
        var whole = Build(facts, DateTimeOffset.MaxValue, to: January.AddMonths(1)).Months[0];
        Assert.Equal(Text(whole), Text(Build(facts, DateTimeOffset.MaxValue).Months[0]));
        var filtered = Build(facts, DateTimeOffset.MaxValue, only: Agencies[2]).Months[0];
        Assert.Equal(Text(whole.Hub!), Text(filtered.Hub!));
        Assert.Equal(Text(whole.Agencies[2]), Text(Assert.Single(filtered.Agencies)));
    }

    [Fact]
    public void A_median_is_hidden_with_either_count_under_it()
    {
        CountedFacts[] facts = [new(January, Agencies[0], Measure.Accepted, null, 5m, 12), new(January, Agencies[1], Measure.Accepted, null, 9m, 20)];
        var shown = Assert.Single(Build(facts, DateTimeOffset.MaxValue).Months);
        Assert.Equal([Cell.Of(5m), Cell.Of(9m), null, null], shown.Agencies.Select(row => row.Figures.MedianHoursToResponse));
        Assert.Equal(Cell.Of(9m), shown.Hub!.MedianHoursToResponse);

        // The second agency's 0 is hidden beside the first's 3: its median, too, would tell that there was none.
        var hidden = Assert.Single(Build(
            [.. facts, new(January, Agencies[0], Measure.Declined, DeclineReason.NoCapacity, 7m, 3)], DateTimeOffset.MaxValue).Months);
        Assert.Equal([Cell.Hidden, Cell.Hidden, null, null], hidden.Agencies.Select(row => row.Figures.MedianHoursToResponse));
        Assert.Equal(Cell.Hidden, hidden.Hub!.MedianHoursToResponse);
    }

    private static CountedFacts[] Facts(DateOnly month) =>
    [
        new(month, Agencies[0], Measure.Made, null, null, 40), new(month, Agencies[1], Measure.Made, null, null, 30),
        new(month, Agencies[2], Measure.Made, null, null, 5), new(month, Agencies[0], Measure.Accepted, null, 4.5m, 3),
        new(month, Agencies[3], Measure.Declined, DeclineReason.SafetyConcern, 2m, 1),
    ];

    private static ReferralReport Build(
        CountedFacts[] facts, DateTimeOffset lastFull, DateOnly? to = null, Guid? own = null, Guid? only = null, ListedAgency? more = null)
    {
        var agencies = Agencies.Select(id => new ListedAgency { AgencyId = id, Name = "An agency", ListedOn = January }).ToList();
        if (more is not null)
            agencies.Add(more);
        return new ReportBuilder(new ReportingOptions { Hub = "harbor" }, new Reader(11, own), new ReadingState(lastFull, 0, false), agencies, January.AddMonths(-1))
            .Build(new MonthRange(January, to ?? January), facts, only);
    }

    private static string Text(object part) => System.Text.Json.JsonSerializer.Serialize(part);
}
