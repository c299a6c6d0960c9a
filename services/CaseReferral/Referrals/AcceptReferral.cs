using CaseReferral.Audit;
using CaseReferral.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;

namespace CaseReferral.Referrals;

internal static class AcceptReferral
{
    public static void MapAcceptReferral(this RouteGroupBuilder referrals) => referrals.MapPost("/{id:guid}/acceptance", Accept)
        .RequireIfMatch()
        .WithSummary("Accept a referral")
        .WithDescription("By the receiving agency, also after the deadline. If-Match is required.");

    private static async Task<Results<Ok<ReceivedReferral>, ProblemHttpResult>> Accept(
        Guid id, Caller caller, HttpContext http, CaseReferralDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var referral = await db.ReferralsReceivedBy(caller).WithIdAsync(id, cancellationToken);
        if (referral is null) return await OtherSide.RefuseAnswerAsync(id, caller, db, cancellationToken);
        if (IfMatch.Check(http, referral) is { } refused) return refused;
        if (!referral.Accept(time.GetUtcNow())) return Problems.StateConflict(referral.State);

        db.Audit(AuditedChange.ReferralAccepted, id, referral.Hub, caller.AsActor(http), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(referral);
        return TypedResults.Ok(ReceivedReferral.Of(referral));
    }
}
