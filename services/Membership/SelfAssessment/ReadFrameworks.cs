using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.SelfAssessment;

/// <summary>A version of a task force's framework.</summary>
/// <param name="Source">Where its functions and prompts come from.</param>
public sealed record FrameworkView(int Number, DateOnly LoadedOn, string Name, string Source, IReadOnlyList<FrameworkFunction> Functions)
{
    internal static FrameworkView Of(Framework framework) =>
        new(framework.Number, framework.LoadedOn, framework.Content.Name, framework.Content.Source, framework.Content.Functions);
}

/// <summary>A version of a task force's framework, in a list.</summary>
public sealed record FrameworkSummary(int Number, DateOnly LoadedOn, string Name)
{
    internal static FrameworkSummary Of(Framework framework) => new(framework.Number, framework.LoadedOn, framework.Content.Name);
}

internal static class ReadFrameworks
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/frameworks", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the versions of the framework by which the task force looks at itself; from and to are days of their loading.");
        api.MapGet("/task-forces/{id:guid}/frameworks/{number:int}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one version, with its prompts.");
    }

    private static async Task<Results<Ok<IReadOnlyList<FrameworkSummary>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var frameworks = db.Frameworks.Where(framework => framework.TaskForceId == id);
        if (from is not null) frameworks = frameworks.Where(framework => framework.LoadedOn >= from);
        if (to is not null) frameworks = frameworks.Where(framework => framework.LoadedOn <= to);
        return await frameworks.ToPageAsync(page, http, FrameworkSummary.Of, cancellationToken);
    }

    private static async Task<Results<Ok<FrameworkView>, ProblemHttpResult>> GetAsync(
        Guid id, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var framework = await db.Frameworks.AsNoTracking()
            .SingleOrDefaultAsync(framework => framework.TaskForceId == id && framework.Number == number, cancellationToken);
        if (framework is null) return Problems.NotFound();

        http.SetETag(framework);
        return TypedResults.Ok(FrameworkView.Of(framework));
    }
}
