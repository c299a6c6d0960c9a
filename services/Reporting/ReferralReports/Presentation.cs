namespace Reporting.ReferralReports;

/// <summary>True figures and what is shown of them, as cells.</summary>
internal static class Presentation
{
    /// <summary>An agency's own row: everything.</summary>
    public static Figures InFull(AgencyFigures figures) => Build(figures, _ => true, true, true, true, true, true, true);

    public static Figures Row(MonthTable table, ShownTable shown, int row, int threshold)
    {
        var figures = table.Rows[row].Figures;
        var declined = shown.Declined.Cells[row];
        // A reason that is 0 for the whole hub, or for an agency that declined nothing, hides nothing.
        bool Reason(int reason) => shown.DeclinedBy.Agencies
            || (declined && figures.Declined == 0) || (shown.DeclinedBy.Totals[reason] && table.Hub.DeclinedBy[reason] == 0);
        return Build(figures, Reason, shown.Made.Cells[row], shown.Accepted.Cells[row], declined,
            shown.Revoked.Cells[row], shown.Overdue.Cells[row], HasManyResponses(figures, threshold));
    }

    public static Figures Hub(MonthTable table, ShownTable shown, int threshold) => Build(
        table.Hub, reason => shown.DeclinedBy.Totals[reason], shown.Made.Total, shown.Accepted.Total, shown.Declined.Total,
        shown.Revoked.Total, shown.Overdue.Total, HasManyResponses(table.Hub, threshold));

    private static bool HasManyResponses(AgencyFigures figures, int threshold) =>
        figures.Accepted + figures.Declined is var responses && (responses == 0 || responses >= threshold);

    private static Figures Build(
        AgencyFigures figures, Func<int, bool> reason, bool made, bool accepted, bool declined, bool revoked, bool overdue, bool median) => new(
        Cell(made, figures.Made), Cell(accepted, figures.Accepted), Cell(declined, figures.Declined),
        AgencyFigures.Reasons.ToDictionary(code => code, code => Cell(reason((int)code), figures.DeclinedBy[(int)code])),
        Cell(revoked, figures.Revoked), Cell(overdue, figures.Overdue),
        // A median needs both counts under it shown: else it would tell that there was, or was not, a response.
        accepted && declined && median ? figures.MedianHours() is { } hours ? ReferralReports.Cell.Of(hours) : null : ReferralReports.Cell.Hidden);

    private static Cell Cell(bool shown, long count) => shown ? ReferralReports.Cell.Of(count) : ReferralReports.Cell.Hidden;
}
