using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

/// <summary>A task force.</summary>
public sealed record TaskForceView(
    Guid Id, string Hub, string Name, string Purpose, Formality Formality, TaskForceModel Model, IReadOnlyList<FourP> Focus)
{
    public static TaskForceView Of(TaskForce taskForce) => new(
        taskForce.Id, taskForce.Hub, taskForce.Name, taskForce.Purpose, taskForce.Formality, taskForce.Model, taskForce.Focus);
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
