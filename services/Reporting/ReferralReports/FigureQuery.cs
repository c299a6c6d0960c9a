using Contracts;
using Microsoft.EntityFrameworkCore;
using Reporting.Projection;
using Reporting.Storage;

namespace Reporting.ReferralReports;

/// <summary>How many facts are alike.</summary>
internal sealed record CountedFacts(DateOnly Month, Guid AgencyId, Measure Measure, DeclineReason? Reason, decimal? Hours, long Count);

internal static class FigureQuery
{
    /// <summary>
    /// All figures of a range in one statement, hours to response included: so the counts and the median under them are
    /// of one moment on every provider, without a transaction that would hold up the reader of the journals.
    /// </summary>
    public static IQueryable<CountedFacts> Count(this ReportingDb db, MonthRange range) =>
        db.ReferralFacts.AsNoTracking()
            .Where(fact => fact.Month >= range.From && fact.Month <= range.To)
            .GroupBy(fact => new { fact.Month, fact.AgencyId, fact.Measure, fact.Reason, fact.Hours })
            .Select(alike => new CountedFacts(
                alike.Key.Month, alike.Key.AgencyId, alike.Key.Measure, alike.Key.Reason, alike.Key.Hours, alike.LongCount()));

    /// <summary>The first month in which the hub made a referral.</summary>
    public static Task<DateOnly?> FirstMonthAsync(this ReportingDb db, CancellationToken cancellationToken) =>
        db.ReferralFacts.AsNoTracking().Where(fact => fact.Measure == Measure.Made)
            .MinAsync(fact => (DateOnly?)fact.Month, cancellationToken);
}
