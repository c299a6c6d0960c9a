using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>What vetting found: one outcome for each criterion of the terms that the application is held to.</summary>
public sealed record Vetting([property: Required, MaxLength(MembershipTerms.MostTexts)] IReadOnlyList<CriterionOutcome> Criteria);

/// <summary>The outcome for one criterion.</summary>
/// <param name="Number">The criterion's place in the terms, from 1.</param>
/// <param name="Note">What it rests on; a waiver says why. Nothing about a case or a person served.</param>
public sealed record CriterionOutcome(
    [property: Required, Range(1, MembershipTerms.MostTexts)] int? Number,
    [property: Required] VettingOutcome? Outcome,
    [property: PlainText(Lines = true), StringLength(Application.NoteLength)] string? Note = null);

internal static class VetApplication
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/applications/{applicationId:guid}/vetting", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Records what vetting found, criterion by criterion; again until it is decided on.");

    private static async Task<Results<Ok<ApplicationView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid applicationId, Vetting request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (_, application, terms, refused) = await db.FindApplicationForChangeAsync(id, applicationId, caller, http, cancellationToken);
        if (refused is not null || application is null || terms is null) return refused ?? Problems.NotFound();
        if (application.State is not (ApplicationState.Received or ApplicationState.Vetted)) return ApplicationForChange.StateConflict(application);
        if (await db.WasDecidedOnAsync(application, terms, cancellationToken))
            return Problems.Conflict("decided-on", "It was decided on what vetting found, which stays as it is.");

        if (!request.Criteria.Select(criterion => criterion.Number!.Value).Order().SequenceEqual(terms.Criteria.Select(criterion => criterion.Number).Order()))
            return Problems.Invalid("criteria", $"Give one outcome for each of the {terms.Criteria.Count} criteria of the terms.");
        if (request.Criteria.Any(criterion => criterion is { Outcome: VettingOutcome.Waived, Note: null }))
            return Problems.Invalid("criteria", "Say in its note why a criterion is waived.");

        var now = time.GetUtcNow();
        application.Vet(request.Criteria.Select(criterion => new VettingResult(criterion.Number!.Value, criterion.Outcome!.Value, criterion.Note?.Trim())), now);
        db.MemberChanges.Add(MemberChange.Of(
            application.Hub, id, application.AgencyId, MemberStep.Vetted, state: null, reason: null, ChangedBy.Of(caller), now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Of(StatusCodes.Status412PreconditionFailed);
        }

        http.SetETag(application);
        return TypedResults.Ok(ApplicationView.Of(application));
    }
}
