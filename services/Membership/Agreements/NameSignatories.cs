using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>All who must sign the draft, in the place of those named before.</summary>
public sealed record RequiredSignatories([property: Required, MinLength(1), MaxLength(50)] IReadOnlyList<NewSignatory> Signatories);

/// <summary>One who must sign.</summary>
/// <param name="AgencyId">A member agency. The agencies that sign are the agreement's parties.</param>
/// <param name="Capacity">The office that signs, such as "executive director"; not a person's name.</param>
/// <param name="NeedsBoardApproval">Whether a board must approve first.</param>
public sealed record NewSignatory(
    [property: Required] Guid? AgencyId,
    [property: Required, PlainText, StringLength(200)] string Capacity,
    bool NeedsBoardApproval = false);

internal static class NameSignatories
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/agreements/{agreementId:guid}/signatories", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Names who must sign the present draft; the agencies that sign are its parties.");

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, RequiredSignatories request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.Check(http, AgreementVerb.NameSignatories, time.Day()) is { } refused) return refused;
        var required = request.Signatories.Select(one => new RequiredSignatory(one.AgencyId!.Value, one.Capacity.Trim(), one.NeedsBoardApproval)).ToList();
        if (required.DistinctBy(one => (one.AgencyId, one.Capacity)).Count() < required.Count)
            return Problems.Invalid("signatories", "Nobody signs twice: name each agency's office once.");
        if (!await db.AreMembersAsync(id, [.. required.Select(one => one.AgencyId).Distinct()], cancellationToken))
            return Problems.Invalid("signatories", "Each must be of a member agency of this task force.");

        agreement.Name(required, time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }
}
