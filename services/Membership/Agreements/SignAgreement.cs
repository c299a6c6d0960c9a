using System.ComponentModel.DataAnnotations;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>A signature.</summary>
/// <param name="Method">A coordinator records only what was signed in ink; everything else the agency's own administrator.</param>
/// <param name="SeatId">The seat of the one who signed for the agency; one that has ended only for what was signed in ink before.</param>
/// <param name="BoardApprovedOn">The day of the board's approval, where one is needed.</param>
/// <param name="EvidenceDigest">SHA-256, in lower-case hexadecimal, of what proves it.</param>
public sealed record NewSignature(
    [property: Required] SignatureMethod? Method,
    [property: Required] DateOnly? SignedOn,
    [property: Required] Guid? SeatId,
    DateOnly? BoardApprovedOn = null,
    [property: RegularExpression("^[0-9a-f]{64}$")] string? EvidenceDigest = null);

internal static class SignAgreement
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/task-forces/{id:guid}/agreements/{agreementId:guid}/signatories/{signatoryId:guid}/signature", HandleAsync)
            .RequireRoles(AgreementAccess.MaySign)
            .RequireIfMatch()
            .WithSummary("Signs for an agency: its own administrator; a coordinator records ink on paper. The last signature puts the agreement in force.");

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, Guid signatoryId, NewSignature request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.LatestSignatories.SingleOrDefault(one => one.Id == signatoryId) is not { } signatory) return Problems.NotFound();
        var own = caller.Is(Roles.AgencyAdmin) && caller.IsOf(signatory.AgencyId);
        if (!own && !(caller.MayRun(taskForce) && request.Method == SignatureMethod.WetInk))
            return Problems.Forbidden("An agency's own administrator signs for it; a coordinator records only what was signed in ink.");
        if (agreement.Check(http, AgreementVerb.Sign, time.Day()) is { } refused) return refused;
        if (signatory.State == SignatoryState.Signed) return Problems.StateConflict(signatory.State);
        if (agreement.Latest.ExpiresOn < time.Day())
            return Problems.Conflict("over-already", "By its terms it would be over already: draft a new version.");
        if (Unfit(request, signatory, time.Day()) is { } unfit) return unfit;
        if (!await db.AreMembersAsync(id, [.. agreement.LatestSignatories.Select(one => one.AgencyId).Distinct()], cancellationToken))
            return Problems.Conflict("not-a-member", "An agency that must sign takes no part in this task force any more: draft a new version, and name the signatories again.");
        var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(
            seat => seat.Id == request.SeatId && seat.TaskForceId == id && seat.AgencyId == signatory.AgencyId, cancellationToken);
        if (seat is null || !MaySign(seat, request))
            return Problems.Invalid("seatId", "Must be a seat of this agency in this task force that had not ended when it was signed.");

        agreement.Sign(
            signatory,
            new Signature(request.Method!.Value, request.SignedOn!.Value, request.SeatId!.Value, request.BoardApprovedOn, request.EvidenceDigest, !own),
            time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }

    /// <summary>What was signed in ink while the seat was taken may be recorded when it no longer is; nothing else.</summary>
    private static bool MaySign(Seat seat, NewSignature request) =>
        seat.EndedAt is not { } ended || (request.Method == SignatureMethod.WetInk && request.SignedOn <= ended.Day());

    private static ProblemHttpResult? Unfit(NewSignature request, Signatory signatory, DateOnly today)
    {
        if (request.SignedOn > today) return Problems.Invalid("signedOn", "That day is still to come.");
        if (request.BoardApprovedOn > request.SignedOn) return Problems.Invalid("boardApprovedOn", "The board approves before it is signed.");
        return signatory.NeedsBoardApproval && request.BoardApprovedOn is null
            ? Problems.Invalid("boardApprovedOn", "The board must have approved: say when.")
            : null;
    }
}
