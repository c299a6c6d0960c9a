using ServiceDefaults.Audit;

namespace CaseReferral.Audit;

/// <summary>Every change that this service can make.</summary>
public enum AuditedChange { ClientTakenIn, ReferralMade, ReferralAccepted, ReferralDeclined, ReferralRevoked, ReferralOverdue, ReferralReturned, CaseTeamPlaceEnded }

internal static class AuditedChanges
{
    public static void Audit(this AuditedDb db, AuditedChange change, Guid resourceId, string hub, Actor actor, DateTimeOffset at) =>
        db.Audit(AuditEntry.Change(change.ToString(), resourceId, hub, actor, at));
}
