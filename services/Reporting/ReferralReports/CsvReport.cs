using System.Globalization;
using System.Text;

namespace Reporting.ReferralReports;

/// <summary>The report as a flat table, for spreadsheets: one line per figure (RFC 4180).</summary>
internal static class CsvReport
{
    public static bool IsWanted(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MatchesMediaType("text/csv") && accepted.SubType == "csv");

    public static byte[] Write(ReferralReport report)
    {
        var csv = new StringBuilder();
        WriteLine(csv, "month", "published", "agencyId", "agency", "figure", "value", "suppressed");
        foreach (var month in report.Months)
        {
            foreach (var row in month.Agencies)
                Write(csv, month, row.AgencyId.ToString(), row.AgencyName, row.Figures);
            if (month.Hub is { } hub)
                Write(csv, month, "", "(hub)", hub);
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static void Write(StringBuilder csv, ReportMonth month, string agencyId, string? agency, Figures figures)
    {
        IEnumerable<(string Figure, Cell? Cell)> cells =
        [
            ("made", figures.Made), ("accepted", figures.Accepted), ("declined", figures.Declined),
            .. figures.DeclinedByReason.Select(reason => ($"declined:{reason.Key}", (Cell?)reason.Value)),
            ("revoked", figures.Revoked), ("overdue", figures.Overdue), ("medianHoursToResponse", figures.MedianHoursToResponse),
        ];
        foreach (var (figure, cell) in cells)
        {
            WriteLine(csv, month.Month, month.Published ? "true" : "false", agencyId, agency, figure,
                cell?.Value?.ToString(CultureInfo.InvariantCulture), cell?.Suppressed == true ? "true" : "false");
        }
    }

    private static void WriteLine(StringBuilder csv, params IEnumerable<string?> fields) =>
        csv.AppendJoin(',', fields.Select(Quote)).Append("\r\n");

    private static string Quote(string? field)
    {
        if (string.IsNullOrEmpty(field))
            return "";
        // An agency's name that begins like a formula must stay text in a spreadsheet.
        var text = "=+-@\t\r".Contains(field[0], StringComparison.Ordinal) && !decimal.TryParse(field, CultureInfo.InvariantCulture, out _) ? "'" + field : field;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
