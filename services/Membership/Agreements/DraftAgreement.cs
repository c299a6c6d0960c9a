using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>A new agreement, in its first draft.</summary>
public sealed record NewAgreement(
    [property: Required] AgreementKind? Kind,
    [property: Required, PlainText, StringLength(200)] string Title,
    [property: Required] Terms Terms);

internal static class DraftAgreement
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/agreements", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .WithSummary("Begins to draft an agreement between members. It never replaces a release.");

    private static async Task<Results<Created<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewAgreement request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (request.Terms.Refused(amends: false, time.Day()) is { } refused) return refused;

        var agreement = Agreement.Draft(taskForce, request.Kind!.Value, request.Title.Trim(), request.Terms.Taken());
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Created($"/task-forces/{id}/agreements/{agreement.Id}", AgreementView.Of(agreement, time.Day()));
    }
}
