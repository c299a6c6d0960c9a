using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>A board has the agreement before it.</summary>
/// <param name="ExpectedOn">When its approval is expected; may be given anew.</param>
public sealed record BoardReview([property: Required] DateOnly? Since, DateOnly? ExpectedOn = null);

internal static class AwaitBoard
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/task-forces/{id:guid}/agreements/{agreementId:guid}/signatories/{signatoryId:guid}/board-review", HandleAsync)
            .RequireRoles(AgreementAccess.MaySign)
            .RequireIfMatch()
            .WithSummary("Notes that a signatory awaits its board, since when, and when approval is expected.");

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, Guid signatoryId, BoardReview request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.LatestSignatories.SingleOrDefault(one => one.Id == signatoryId) is not { } signatory) return Problems.NotFound();
        if (!caller.MayRun(taskForce) && !(caller.Is(Roles.AgencyAdmin) && caller.IsOf(signatory.AgencyId)))
            return Problems.Forbidden("The agency's own administrator says this, or the task force's coordinator.");
        if (agreement.Check(http, AgreementVerb.AwaitBoard, time.Day()) is { } refused) return refused;
        if (signatory.State == SignatoryState.Signed) return Problems.StateConflict(signatory.State);
        if (!signatory.NeedsBoardApproval) return Problems.Conflict("no-board", "No board has to approve for this signatory.");
        if (request.Since > time.Day()) return Problems.Invalid("since", "That day is still to come.");
        if (request.ExpectedOn < request.Since) return Problems.Invalid("expectedOn", "Must be on or after since.");

        agreement.AwaitBoard(signatory, request.Since!.Value, request.ExpectedOn, time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }
}
