using System.ComponentModel.DataAnnotations;
using CaseReferral.Directory;
using CaseReferral.Storage;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace CaseReferral.Referrals;

internal static class ReadReferrals
{
    private const string Out = "out", In = "in";

    public static void MapReferrals(this RouteGroupBuilder api)
    {
        var referrals = api.MapGroup("/referrals").WithTags("Referrals");
        referrals.MapMakeReferral();
        referrals.MapAcceptReferral();
        referrals.MapDeclineReferral();
        referrals.MapRevokeReferral();
        referrals.MapGet("", List)
            .RequireRoles(ReferralAccess.MayRefer)
            .WithSummary("Referrals made (direction=out) or received (direction=in)")
            .WithDescription("needsAttention=true lists what only the sender can move on: overdue, or back because nobody of the receiver will answer.");
        referrals.MapGet("/{id:guid}", Read)
            .WithSummary("One referral")
            .WithDescription("The sender sees the client's id; the receiver the need alone, and of the person nothing more once it declined or the sender took it back. For everybody else it does not exist.");
    }

    private static async Task<Results<Ok<IReadOnlyList<SentReferral>>, Ok<IReadOnlyList<ReceivedReferral>>>> List(
        [AllowedValues(Out, In)] string direction, ReferralState? state, bool? needsAttention, [AsParameters] Page page,
        Caller caller, HttpContext http, CaseReferralDb db, CancellationToken cancellationToken)
    {
        var referrals = direction == Out ? db.ReferralsSentBy(caller) : db.ReferralsReceivedBy(caller);
        if (state is { } wanted) referrals = referrals.Where(referral => referral.State == wanted);
        if (needsAttention is { } attention) referrals = referrals.Where(referral => referral.NeedsAttention == attention);

        if (direction == In) return await referrals.ToPageAsync(page, http, ReceivedReferral.Of, cancellationToken);

        var contacts = await db.NewContactsAsync(caller, cancellationToken);
        var sent = await referrals.ToPageAsync(page, http, referral => SentReferral.Of(referral, contacts), cancellationToken);
        return TypedResults.Ok(await db.WarnedAsync(sent.Value!, cancellationToken));
    }

    private static async Task<Results<Ok<SentReferral>, Ok<ReceivedReferral>, ProblemHttpResult>> Read(
        Guid id, Caller caller, HttpContext http, CaseReferralDb db, CancellationToken cancellationToken)
    {
        if (await db.ReferralsSentBy(caller).AsNoTracking().WithIdAsync(id, cancellationToken) is { } sent)
        {
            http.SetETag(sent);
            var view = SentReferral.Of(sent, await db.NewContactsAsync(caller, cancellationToken));
            return TypedResults.Ok(await db.WarnedAsync(view, cancellationToken));
        }
        if (await db.ReferralsReceivedBy(caller).AsNoTracking().WithIdAsync(id, cancellationToken) is { } received)
        {
            http.SetETag(received);
            return TypedResults.Ok(ReceivedReferral.Of(received));
        }
        return Problems.NotFound();
    }
}
