using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>A new version of the membership terms. The texts name nobody.</summary>
/// <param name="DecisionId">The carried decision about MembershipTerms, with nothing as its subject.</param>
/// <param name="Criteria">What an agency must be or do to be admitted; looked at one by one when it is vetted.</param>
/// <param name="Causes">Why an agency may be removed; it is removed for nothing else.</param>
/// <param name="NoticeDays">How long an agency has to answer before it is removed.</param>
/// <param name="ReapplicationAfterDays">How long after a removal or a refusal it may apply again; it may not where left out.</param>
/// <param name="StartsProvisional">Who is admitted is provisional first: takes part, and does not vote yet.</param>
public sealed record AdoptTerms(
    [property: Required] Guid? DecisionId,
    [property: Required] Openness? Openness,
    [property: Required] AdmissionProcess? Process,
    [property: Required, MaxLength(MembershipTerms.MostTexts), EachItem(AdoptTerms.Text)] IReadOnlyList<string> Criteria,
    [property: Required, MaxLength(MembershipTerms.MostTexts), EachItem(AdoptTerms.Text)] IReadOnlyList<string> Expectations,
    [property: Required, MinLength(1), MaxLength(MembershipTerms.MostTexts), EachItem(AdoptTerms.Text)] IReadOnlyList<string> Causes,
    [property: Required, Range(1, 365)] int? NoticeDays,
    [property: Range(0, MembershipTerms.MostDays)] int? ReapplicationAfterDays = null,
    bool StartsProvisional = true)
{
    /// <summary>One line with something in it, at most 500 characters.</summary>
    internal const string Text = @"^[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u001F\u007F-\u009F]{0,499}$";
}

internal static class AdoptTermsEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/membership-terms", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Adopts a new version of the membership terms, by decision.")
        .WithDescription("If-Match names the version in force; it is not looked at for the first one.");

    private static async Task<Results<Ok<MembershipTermsView>, ProblemHttpResult>> HandleAsync(
        Guid id, AdoptTerms request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var present = await db.TermsInForceAsync(id, cancellationToken);
        if (present is not null && IfMatch.Check(http, present) is { } refused) return refused;
        var (decision, notCarried) = await db.CarriedAsync(taskForce, request.DecisionId!.Value, DecisionAbout.MembershipTerms, subjectId: null, cancellationToken);
        if (notCarried is not null || decision is null) return notCarried ?? Problems.NotFound();

        var terms = MembershipTerms.Adopt(taskForce, (present?.Number ?? 0) + 1, request, decision.Id, time.GetUtcNow());
        decision.UseFor(terms.Id);
        db.MembershipTerms.Add(terms);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Of(StatusCodes.Status412PreconditionFailed);
        }

        http.SetETag(terms);
        return TypedResults.Ok(MembershipTermsView.Of(terms));
    }
}
