using Reporting.Directory;

namespace Reporting.ReferralReports;

/// <summary>
/// Puts a report together for one reader. Each month is protected on its own, before any range or filter is looked at:
/// no two requests show different cells of a month.
/// </summary>
internal sealed class ReportBuilder(
    ReportingOptions options, Reader reader, ReadingState state, IReadOnlyList<ListedAgency> agencies, DateOnly? firstMonth)
{
    private readonly Dictionary<Guid, string> names = agencies.ToDictionary(agency => agency.AgencyId, agency => agency.Name);

    public ReferralReport Build(MonthRange range, IEnumerable<CountedFacts> facts, Guid? onlyAgency)
    {
        var byMonth = facts.ToLookup(alike => alike.Month);
        var open = range.Months().Where(month => !IsClosed(month)).ToHashSet();
        var months = range.Months()
            .Select(month => open.Contains(month) ? OpenMonth(month, byMonth[month], onlyAgency) : ClosedMonth(month, byMonth[month], onlyAgency));
        return new ReferralReport(
            options.Hub, MonthRange.Name(range.From), MonthRange.Name(range.To), ReferralReport.CountedWhereItHappened, reader.Threshold,
            state.LastFull!.Value, [.. months.OfType<ReportMonth>()], [.. open.Order().Select(MonthRange.Name)]);
    }

    private bool IsClosed(DateOnly month) =>
        state.LastFull >= new DateTimeOffset(month.AddMonths(1).AddDays(options.GraceDays), TimeOnly.MinValue, TimeSpan.Zero);

    private ReportMonth? OpenMonth(DateOnly month, IEnumerable<CountedFacts> facts, Guid? onlyAgency)
    {
        if (reader.OwnAgency is not { } own || (onlyAgency ?? own) != own)
            return null;
        var table = new MonthTable([own], facts.Where(alike => alike.AgencyId == own));
        return new ReportMonth(MonthRange.Name(month), false, [Row(own, Presentation.InFull(table.Rows[0].Figures))], null);
    }

    private ReportMonth ClosedMonth(DateOnly month, IEnumerable<CountedFacts> facts, Guid? onlyAgency)
    {
        var listed = agencies.Where(agency => agency.ListedOn < month.AddMonths(1)).Select(agency => agency.AgencyId);
        var table = new MonthTable(listed, facts);
        var shown = table.Protect(reader.Threshold, isFirst: month == firstMonth);
        var rows = table.Rows
            .Select((row, i) => Row(row.Agency, row.Agency == reader.OwnAgency
                ? Presentation.InFull(row.Figures)
                : Presentation.Row(table, shown, i, reader.Threshold)))
            .Where(row => onlyAgency is null || row.AgencyId == onlyAgency);
        return new ReportMonth(MonthRange.Name(month), true, [.. rows], Presentation.Hub(table, shown, reader.Threshold));
    }

    private AgencyRow Row(Guid agency, Figures figures) => new(agency, names.GetValueOrDefault(agency), figures);
}
