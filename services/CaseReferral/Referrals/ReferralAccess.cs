using CaseReferral.Clients;
using CaseReferral.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace CaseReferral.Referrals;

/// <summary>Who sees and who moves a referral, in one place.</summary>
internal static class ReferralAccess
{
    /// <summary>Roles that may look at referrals at all; agency and class narrow it further.</summary>
    public static readonly string[] MayRefer = [Roles.CaseWorker, Roles.Supervisor, Roles.Investigator, Roles.Prosecutor];

    /// <summary>The sender: the client's case team, and its supervisors. It alone revokes.</summary>
    public static IQueryable<Referral> ReferralsSentBy(this CaseReferralDb db, Caller caller)
    {
        var serves = caller.ServesClients();
        var supervises = caller.Is(Roles.Supervisor);
        var (agency, hub, subject) = (caller.AgencyId, caller.Hub, caller.Subject);
        return db.Referrals.Where(referral => serves && referral.FromAgencyId == agency && referral.Hub == hub
            && (supervises || db.CaseTeams.Any(member => member.ClientId == referral.ClientId && member.Subject == subject)));
    }

    /// <summary>The receiver: those of the receiving agency who do casework, whatever its class. It alone accepts or declines.</summary>
    public static IQueryable<Referral> ReferralsReceivedBy(this CaseReferralDb db, Caller caller)
    {
        var receives = caller.AgencyId is not null && MayRefer.Any(caller.Is);
        var (agency, hub) = (caller.AgencyId, caller.Hub);
        return db.Referrals.Where(referral => receives && referral.ToAgencyId == agency && referral.Hub == hub && !referral.ReceiverGone);
    }

    public static Task<Referral?> WithIdAsync(this IQueryable<Referral> referrals, Guid id, CancellationToken cancellationToken) =>
        referrals.SingleOrDefaultAsync(referral => referral.Id == id, cancellationToken);
}
