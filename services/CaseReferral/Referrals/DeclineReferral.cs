using CaseReferral.Audit;
using CaseReferral.Storage;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;

namespace CaseReferral.Referrals;

/// <summary>A decline has a reason from the list, never a story.</summary>
public sealed record DeclineReferral
{
    public required DeclineReason Reason { get; init; }
}

internal static class DeclineReferralEndpoint
{
    public static void MapDeclineReferral(this RouteGroupBuilder referrals) => referrals.MapPost("/{id:guid}/decline", Decline)
        .RequireIfMatch()
        .WithSummary("Decline a referral")
        .WithDescription("By the receiving agency, with a reason, also after the deadline. If-Match is required.");

    private static async Task<Results<Ok<ReceivedReferral>, ProblemHttpResult>> Decline(
        Guid id, DeclineReferral request, Caller caller, HttpContext http, CaseReferralDb db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var referral = await db.ReferralsReceivedBy(caller).WithIdAsync(id, cancellationToken);
        if (referral is null) return await OtherSide.RefuseAnswerAsync(id, caller, db, cancellationToken);
        if (IfMatch.Check(http, referral) is { } refused) return refused;
        if (!referral.Decline(request.Reason, time.GetUtcNow())) return Problems.StateConflict(referral.State);

        db.Audit(AuditedChange.ReferralDeclined, id, referral.Hub, caller.AsActor(http), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(referral);
        return TypedResults.Ok(ReceivedReferral.Of(referral));
    }
}
