using CaseReferral.Audit;
using CaseReferral.Directory;
using CaseReferral.Storage;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;

namespace CaseReferral.Referrals;

/// <summary>Why the sender takes the referral back.</summary>
public sealed record RevokeReferral
{
    public required RevocationReason Reason { get; init; }
}

internal static class RevokeReferralEndpoint
{
    public static void MapRevokeReferral(this RouteGroupBuilder referrals) => referrals.MapPost("/{id:guid}/revocation", Revoke)
        .RequireIfMatch()
        .WithSummary("Take a referral back")
        .WithDescription("By the client's case team or its supervisor, while nobody has answered. If-Match is required.");

    private static async Task<Results<Ok<SentReferral>, ProblemHttpResult>> Revoke(
        Guid id, RevokeReferral request, Caller caller, HttpContext http, CaseReferralDb db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var referral = await db.ReferralsSentBy(caller).WithIdAsync(id, cancellationToken);
        if (referral is null) return await OtherSide.RefuseRevocationAsync(id, caller, db, cancellationToken);
        if (IfMatch.Check(http, referral) is { } refused) return refused;
        if (!referral.Revoke(request.Reason, time.GetUtcNow())) return Problems.StateConflict(referral.State);

        db.Audit(AuditedChange.ReferralRevoked, id, referral.Hub, caller.AsActor(http), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(referral);
        return TypedResults.Ok(SentReferral.Of(referral, await db.NewContactsAsync(caller, cancellationToken)));
    }
}
