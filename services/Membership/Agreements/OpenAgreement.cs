using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

internal static class OpenAgreement
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/agreements/{agreementId:guid}/opening", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Opens the present draft for signature: its terms, signatories and document are fixed from then on.");

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();
        if (agreement.Check(http, AgreementVerb.Open, time.Day()) is { } refused) return refused;
        if (agreement.Latest.DocumentDigest is null)
            return Problems.Conflict("no-document", "Attach the document first: it is what is signed.");
        if (agreement.Latest.ExpiresOn < time.Day())
            return Problems.Conflict("over-already", "By its terms it would be over already: change them first.");
        var agencies = agreement.LatestSignatories.Select(signatory => signatory.AgencyId).ToHashSet();
        if (agencies.Count < 2)
            return Problems.Conflict("too-few-parties", "An agreement is between two agencies or more: name their signatories first.");
        if (!await db.AreMembersAsync(id, agencies, cancellationToken))
            return Problems.Conflict("not-a-member", "An agency that must sign is no member of this task force any more: name the signatories again.");

        agreement.OpenForSignature(time.Day());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }
}
