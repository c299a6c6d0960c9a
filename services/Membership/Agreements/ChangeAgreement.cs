using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>The title, and the terms of the draft, in the place of those before.</summary>
public sealed record AgreementChange(
    [property: Required, PlainText, StringLength(200)] string Title,
    [property: Required] Terms Terms);

internal static class ChangeAgreement
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/agreements/{agreementId:guid}", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Replaces the title, and the terms of the present draft.");

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, AgreementChange request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.Check(http, AgreementVerb.ChangeTerms, time.Day()) is { } refused) return refused;
        if (request.Terms.Refused(agreement.NumberInForce is not null, time.Day()) is { } unfit) return unfit;

        agreement.ChangeTerms(request.Title.Trim(), request.Terms.Taken(), time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }
}
