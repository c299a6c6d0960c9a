using CaseReferral.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace CaseReferral.Referrals;

/// <summary>What one hears who tries the other side's verb: 403 where the referral is known to one's own side, else there is none.</summary>
internal static class OtherSide
{
    public static async Task<ProblemHttpResult> RefuseAnswerAsync(Guid id, Caller caller, CaseReferralDb db, CancellationToken cancellationToken) =>
        await db.ReferralsSentBy(caller).AnyAsync(referral => referral.Id == id, cancellationToken)
            ? Problems.Forbidden("Only the receiving agency accepts or declines.")
            : Problems.NotFound();

    public static async Task<ProblemHttpResult> RefuseRevocationAsync(Guid id, Caller caller, CaseReferralDb db, CancellationToken cancellationToken) =>
        await db.ReferralsReceivedBy(caller).AnyAsync(referral => referral.Id == id, cancellationToken)
            ? Problems.Forbidden("Only the sender takes a referral back.")
            : Problems.NotFound();
}
