using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

/// <summary>Lists and reads the versions of one kind of statement.</summary>
internal static class ReadStatements<T> where T : Statement
{
    /// <param name="name">What they are, within a sentence.</param>
    public static void Map<TView>(IEndpointRouteBuilder api, string versions, string name, Func<T, TView> view)
    {
        api.MapGet(versions, (
                Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
                StatementState? state = null) => ListAsync(id, state, view, db, caller, page, http, cancellationToken))
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary($"Lists the versions of {name}; the one in force with state=Adopted.");
        api.MapGet($"{versions}/{{number:int}}", (
                Guid id, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken) =>
                GetAsync(id, number, view, db, caller, http, cancellationToken))
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary($"Reads one version of {name}.");
    }

    private static async Task<Results<Ok<IReadOnlyList<TView>>, ProblemHttpResult>> ListAsync<TView>(
        Guid id, StatementState? state, Func<T, TView> view, MembershipDb db, Caller caller, Page page, HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var versions = db.Set<T>().Where(version => version.TaskForceId == id);
        if (state is not null) versions = versions.Where(version => version.State == state);
        return await versions.ToPageAsync(page, http, view, cancellationToken);
    }

    private static async Task<Results<Ok<TView>, ProblemHttpResult>> GetAsync<TView>(
        Guid id, int number, Func<T, TView> view, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var version = await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(
            version => version.TaskForceId == id && version.Number == number, cancellationToken);
        if (version is null) return Problems.NotFound();

        http.SetETag(version);
        return TypedResults.Ok(view(version));
    }
}
