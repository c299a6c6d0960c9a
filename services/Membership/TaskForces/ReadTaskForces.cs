using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

/// <summary>A task force.</summary>
/// <param name="WhatUnitesUs">What unites its members: an end, a belief, a value.</param>
/// <param name="WhatWeWantToDo">What they hope to get done together.</param>
/// <param name="Jurisdiction">Where it works, in words.</param>
/// <param name="Areas">Where it works, as codes of countries, their parts and counties.</param>
public sealed record TaskForceView(
    Guid Id, string Hub, string Name, string Purpose, string? WhatUnitesUs, string? WhatWeWantToDo, Formality Formality, TaskForceModel Model,
    IReadOnlyList<FourP> Focus, string? Jurisdiction, IReadOnlyList<string> Areas)
{
    public static TaskForceView Of(TaskForce taskForce) => new(
        taskForce.Id, taskForce.Hub, taskForce.Name, taskForce.Purpose, taskForce.WhatUnitesUs, taskForce.WhatWeWantToDo, taskForce.Formality,
        taskForce.Model, taskForce.Focus, taskForce.Jurisdiction, taskForce.Areas);
}

internal static class ReadTaskForces
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces", ListAsync).WithSummary("Lists the task forces of the caller's hub.");
        api.MapGet("/task-forces/{id:guid}", GetAsync).WithSummary("Reads one task force of the caller's hub.");
    }

    private static Task<Ok<IReadOnlyList<TaskForceView>>> ListAsync(
        MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken) =>
        db.TaskForces.Where(taskForce => taskForce.Hub == caller.Hub).ToPageAsync(page, http, TaskForceView.Of, cancellationToken);

    private static async Task<Results<Ok<TaskForceView>, ProblemHttpResult>> GetAsync(
        Guid id, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        http.SetETag(taskForce);
        return TypedResults.Ok(TaskForceView.Of(taskForce));
    }
}
