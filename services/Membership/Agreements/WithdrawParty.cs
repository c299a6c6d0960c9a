using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>One party leaves an agreement.</summary>
/// <param name="LastDay">The last day on which it is bound.</param>
public sealed record AgreementWithdrawal(
    [property: Required] Guid? AgencyId,
    [property: Required, PlainText(Lines = true), StringLength(AgreementVersion.ShortLength)] string Reason,
    [property: Required] DateOnly? NoticeGivenOn,
    [property: Required] DateOnly? LastDay);

internal static class WithdrawParty
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/agreements/{agreementId:guid}/withdrawals", HandleAsync)
        .RequireRoles(AgreementAccess.MaySign)
        .RequireIfMatch()
        .WithSummary("Withdraws one party with notice; where fewer than two are left, the agreement ends.");

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, AgreementWithdrawal request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (!caller.MayRun(taskForce) && !(caller.Is(Roles.AgencyAdmin) && caller.IsOf(request.AgencyId!.Value)))
            return Problems.Forbidden("A party withdraws by its own administrator, or by the task force's coordinator.");
        if (agreement.Check(http, AgreementVerb.Withdraw, time.Day()) is { } refused) return refused;
        if (agreement.Parties.SingleOrDefault(party => party.AgencyId == request.AgencyId && party.LastDay is null) is not { } leaving)
            return Problems.Invalid("agencyId", "Must be a party that has not withdrawn.");
        if (EndAgreement.Unfit(agreement, request.NoticeGivenOn!.Value, request.LastDay!.Value, time.Day()) is { } unfit) return unfit;

        agreement.Withdraw(leaving, request.Reason.Trim(), request.NoticeGivenOn.Value, request.LastDay.Value, time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }
}
