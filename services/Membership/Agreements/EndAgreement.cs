using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>The end of an agreement before its time.</summary>
/// <param name="NoticeGivenOn">When the parties were told.</param>
/// <param name="LastDay">The last day in force.</param>
public sealed record AgreementTermination(
    [property: Required, PlainText(Lines = true), StringLength(AgreementVersion.ShortLength)] string Reason,
    [property: Required] DateOnly? NoticeGivenOn,
    [property: Required] DateOnly? LastDay);

internal static class EndAgreement
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/agreements/{agreementId:guid}/termination", TerminateAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Terminates an agreement with notice, for a reason; it is in force until its last day.");
        api.MapDelete("/task-forces/{id:guid}/agreements/{agreementId:guid}", AbandonAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Abandons an agreement that was never in force. It stays readable.");
    }

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> TerminateAsync(
        Guid id, Guid agreementId, AgreementTermination request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.Check(http, AgreementVerb.Terminate, time.Day()) is { } refused) return refused;
        if (Unfit(agreement, request.NoticeGivenOn!.Value, request.LastDay!.Value, time.Day()) is { } unfit) return unfit;

        agreement.Terminate(request.Reason.Trim(), request.NoticeGivenOn.Value, request.LastDay.Value, time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }

    internal static ProblemHttpResult? Unfit(Agreement agreement, DateOnly noticeGivenOn, DateOnly lastDay, DateOnly today)
    {
        if (noticeGivenOn > today) return Problems.Invalid("noticeGivenOn", "Notice is given before it is recorded.");
        if (lastDay < noticeGivenOn) return Problems.Invalid("lastDay", "Must be on or after the day of the notice.");
        return agreement.ExpiresOn < lastDay ? Problems.Invalid("lastDay", "By its own terms it is over before that day.") : null;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AbandonAsync(
        Guid id, Guid agreementId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.Check(http, AgreementVerb.Abandon, time.Day()) is { } refused) return refused;

        agreement.Abandon(time.Day());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
