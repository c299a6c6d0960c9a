using System.Text.Json.Serialization;
using Contracts;

namespace Reporting.ReferralReports;

/// <summary>A figure, or that it is not shown.</summary>
public sealed record Cell(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Suppressed)
{
    public static readonly Cell Hidden = new(null, true);

    public static Cell Of(decimal value) => new(value, null);
}

/// <summary>One row's figures.</summary>
/// <param name="Made">Referrals made, by the sending agency.</param>
/// <param name="Accepted">Referrals accepted, by the receiving agency.</param>
/// <param name="Declined">Referrals declined, by the receiving agency; the sum of its reasons.</param>
/// <param name="Revoked">Referrals taken back, by the sending agency.</param>
/// <param name="Overdue">Referrals not answered by their deadline, by the receiving agency.</param>
/// <param name="MedianHoursToResponse">Of acceptances and declines; null where there was none.</param>
public sealed record Figures(
    Cell Made, Cell Accepted, Cell Declined, IReadOnlyDictionary<DeclineReason, Cell> DeclinedByReason,
    Cell Revoked, Cell Overdue, Cell? MedianHoursToResponse);

/// <summary>An agency's row.</summary>
public sealed record AgencyRow(Guid AgencyId, string? AgencyName, Figures Figures);

/// <summary>A month's table.</summary>
/// <param name="Published">Whether the month is closed; while it is not, an agency sees its own row only.</param>
/// <param name="Hub">The hub's row: all agencies together.</param>
public sealed record ReportMonth(string Month, bool Published, IReadOnlyList<AgencyRow> Agencies, Figures? Hub);

/// <summary>A hub's referrals by month and agency.</summary>
/// <param name="Counting">How the figures count.</param>
/// <param name="Threshold">Counts above 0 and below this are not shown outside the agency, nor what would give them away.</param>
/// <param name="ReadThrough">
/// When the journals were last known to be read in full. Not their positions: whoever asks twice would know how much
/// happened in between, and from the sums that are shown how much of what is not.
/// </param>
/// <param name="NotYetPublished">Months of the range that are not closed.</param>
public sealed record ReferralReport(
    string Hub, string From, string To, string Counting, int Threshold,
    DateTimeOffset ReadThrough, IReadOnlyList<ReportMonth> Months, IReadOnlyList<string> NotYetPublished)
{
    public const string CountedWhereItHappened =
        "Each figure counts what happened in the month, on the day (UTC) it happened: an acceptance counts in the month of acceptance, "
        + "whenever the referral was made. The figures of a closed month do not change. Totals over months are not given.";
}
