using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>A version of the membership terms. Criteria and causes are named by their place in the list, from 1.</summary>
public sealed record MembershipTermsView(
    Guid Id, int Number, Openness Openness, AdmissionProcess Process, bool StartsProvisional, IReadOnlyList<string> Criteria,
    IReadOnlyList<string> Expectations, IReadOnlyList<string> Causes, int NoticeDays, int? ReapplicationAfterDays, DateOnly AdoptedOn, Guid DecisionId)
{
    internal static MembershipTermsView Of(MembershipTerms terms) => new(
        terms.Id, terms.Number, terms.Openness, terms.Process, terms.StartsProvisional,
        [.. terms.Criteria.OrderBy(criterion => criterion.Number).Select(criterion => criterion.Text)],
        [.. terms.Expectations.OrderBy(expectation => expectation.Number).Select(expectation => expectation.Text)],
        [.. terms.Causes.OrderBy(cause => cause.Number).Select(cause => cause.Text)],
        terms.NoticeDays, terms.ReapplicationAfterDays, terms.AdoptedAt.Day(), terms.DecisionId);
}

internal static class ReadTerms
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/membership-terms", GetAsync)
            .WithSummary("Reads the membership terms in force. Open to the hub: whoever thinks of applying reads them first.");
        api.MapGet("/task-forces/{id:guid}/membership-terms/versions", ListAsync)
            .WithSummary("Lists all versions of the membership terms; from and to are days of their adoption.");
    }

    /// <summary>The version in force; null before the first.</summary>
    public static Task<MembershipTerms?> TermsInForceAsync(this MembershipDb db, Guid taskForceId, CancellationToken cancellationToken) =>
        db.MembershipTerms.Where(terms => terms.TaskForceId == taskForceId).OrderByDescending(terms => terms.Number).FirstOrDefaultAsync(cancellationToken);

    private static async Task<Results<Ok<MembershipTermsView>, ProblemHttpResult>> GetAsync(
        Guid id, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.TermsInForceAsync(id, cancellationToken) is not { } terms) return Problems.NotFound();

        http.SetETag(terms);
        return TypedResults.Ok(MembershipTermsView.Of(terms));
    }

    private static async Task<Results<Ok<IReadOnlyList<MembershipTermsView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Openness? openness = null, AdmissionProcess? process = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var versions = db.MembershipTerms.Where(terms => terms.TaskForceId == id);
        if (openness is not null) versions = versions.Where(terms => terms.Openness == openness);
        if (process is not null) versions = versions.Where(terms => terms.Process == process);
        if (from is { } first) versions = versions.Where(terms => terms.AdoptedAt >= first.Begins());
        if (to is { } last) versions = versions.Where(terms => terms.AdoptedAt < last.Ends());
        return await versions.ToPageAsync(page, http, MembershipTermsView.Of, cancellationToken);
    }
}
