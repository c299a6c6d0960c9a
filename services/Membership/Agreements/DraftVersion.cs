using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>A new version.</summary>
/// <param name="Note">What changes, and why.</param>
public sealed record NewAgreementVersion(
    [property: Required, PlainText(Lines = true), StringLength(AgreementVersion.ShortLength)] string Note,
    [property: Required] Terms Terms);

internal static class DraftVersion
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/agreements/{agreementId:guid}/versions", HandleAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Drafts the next version: of what is not in force yet in its place, of what is in force as an amendment that all must sign.");
        api.MapDelete("/task-forces/{id:guid}/agreements/{agreementId:guid}/versions/{number:int}", DropAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Drops an amendment that is not in force yet; the version in force stays as it is.");
    }

    private static async Task<Results<Created<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, NewAgreementVersion request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.Check(http, AgreementVerb.DraftVersion, time.Day()) is { } refused) return refused;
        if (request.Terms.Refused(agreement.NumberInForce is not null, time.Day()) is { } unfit) return unfit;
        if (agreement.LatestNumber == Agreement.MostVersions)
            return Problems.Conflict("too-many-versions", "An agreement has at most 100 versions: begin a new one.");

        agreement.DraftVersion(request.Note.Trim(), request.Terms.Taken(), time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Created($"/task-forces/{id}/agreements/{agreementId}", AgreementView.Of(agreement, time.Day()));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DropAsync(
        Guid id, Guid agreementId, int number, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement
            || agreement.Versions.All(version => version.Number != number))
        {
            return Problems.NotFound();
        }


        if (agreement.Check(http, AgreementVerb.DropVersion, time.Day()) is { } refused) return refused;
        if (number != agreement.LatestNumber) return Problems.Conflict("not-the-newest", "Only the newest version can be dropped.");

        agreement.DropVersion(time.Day());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
