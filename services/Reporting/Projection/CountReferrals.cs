using Contracts;
using Contracts.CaseReferral;
using Reporting.Storage;
using ServiceDefaults.Messaging;

namespace Reporting.Projection;

/// <summary>Each fact becomes one row: only inserts, so a rebuild reads the stream as fast as the database takes rows.</summary>
public sealed class CountReferrals(ReportingDb db) :
    IReactTo<ReferralMade>, IReactTo<ReferralAccepted>, IReactTo<ReferralDeclined>, IReactTo<ReferralRevoked>, IReactTo<ReferralOverdue>
{
    public Task ReactAsync(ReferralMade fact, JournalEntry entry, CancellationToken cancellationToken) =>
        Count(entry, Measure.Made, fact.MadeOn, fact.FromAgencyId);

    public Task ReactAsync(ReferralAccepted fact, JournalEntry entry, CancellationToken cancellationToken) =>
        Count(entry, Measure.Accepted, fact.AcceptedOn, fact.ToAgencyId, hours: fact.HoursToResponse);

    public Task ReactAsync(ReferralDeclined fact, JournalEntry entry, CancellationToken cancellationToken) =>
        Count(entry, Measure.Declined, fact.DeclinedOn, fact.ToAgencyId, fact.Reason, fact.HoursToResponse);

    public Task ReactAsync(ReferralRevoked fact, JournalEntry entry, CancellationToken cancellationToken) =>
        Count(entry, Measure.Revoked, fact.RevokedOn, fact.FromAgencyId);

    public Task ReactAsync(ReferralOverdue fact, JournalEntry entry, CancellationToken cancellationToken) =>
        Count(entry, Measure.Overdue, fact.OverdueOn, fact.ToAgencyId);

    private Task Count(JournalEntry entry, Measure measure, DateOnly day, Guid agencyId, DeclineReason? reason = null, decimal? hours = null)
    {
        db.ReferralFacts.Add(new ReferralFact
        {
            Position = entry.Position,
            Measure = measure,
            Month = new DateOnly(day.Year, day.Month, 1),
            AgencyId = agencyId,
            Reason = reason,
            Hours = hours,
        });
        return Task.CompletedTask;
    }
}
