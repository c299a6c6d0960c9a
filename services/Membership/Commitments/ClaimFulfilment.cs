using System.ComponentModel.DataAnnotations;
using Membership.Agreements;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Commitments;

/// <summary>What an agency did towards a pledge, with a note, the digest of a document that proves it, or both.</summary>
/// <param name="Note">Nothing about a case or a person served.</param>
/// <param name="DocumentDigest">SHA-256, in lower-case hexadecimal.</param>
public sealed record NewFulfilment(
    [property: Required] Guid? AgencyId,
    [property: Required] DateOnly? On,
    [property: PlainText(Lines = true), StringLength(Fulfilment.NoteLength)] string? Note = null,
    [property: RegularExpression("^[0-9a-f]{64}$")] string? DocumentDigest = null);

internal static class ClaimFulfilment
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/commitments/{commitmentId:guid}/fulfilments", HandleAsync)
        .RequireRoles(AgreementAccess.MaySign)
        .WithSummary("Says that an agency did what it pledged. It counts once the coordinator has confirmed it; at once where the coordinator says it.");

    private static async Task<Results<Created<FulfilmentView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid commitmentId, NewFulfilment request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.Commitments.SingleOrDefaultAsync(one => one.Id == commitmentId && one.TaskForceId == id, cancellationToken) is not { } commitment)
            return Problems.NotFound();
        var (agency, on) = (request.AgencyId!.Value, request.On!.Value);
        if (!caller.MayRun(taskForce) && !(caller.Is(Roles.AgencyAdmin) && caller.IsOf(agency)))
            return Problems.Forbidden("The agency's own administrator says this, or the task force's coordinator.");
        if (request.Note is null && request.DocumentDigest is null)
            return Problems.Invalid("note", "Give a note, the digest of a document, or both.");
        if (!commitment.IsOf(agency) || !await db.AreMembersAsync(id, [agency], cancellationToken))
            return Problems.Invalid("agencyId", "Must be a member agency that has pledged this.");
        if (on > time.Day()) return Problems.Invalid("on", "That day is still to come.");
        if (commitment.SpanOn(on) is not { } span) return Problems.Invalid("on", "The commitment does not run on that day.");

        var tally = await db.TallyAsync(commitment, agency, span, cancellationToken);
        var fulfilment = Fulfilment.Claim(tally, on, request.Note?.Trim(), request.DocumentDigest);
        db.Fulfilments.Add(fulfilment);
        if (caller.MayRun(taskForce))
        {
            fulfilment.Confirm(time.Day());
            tally.Count(commitment);
        }
        else
        {
            tally.Claim();
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("tally-changed", "Something else was counted for this agency at the same moment. Send it again.");
        }

        http.SetETag(fulfilment);
        return TypedResults.Created($"/task-forces/{id}/commitments/{commitmentId}/fulfilments/{fulfilment.Id}", FulfilmentView.Of(fulfilment));
    }
}
