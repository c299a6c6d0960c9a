using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
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
        api.MapGet("/task-forces", ListAsync).WithSummary("Lists the task forces of the caller's hub: by what is in the name, formality, model, or one of the four Ps that they work on.");
        api.MapGet("/task-forces/{id:guid}", GetAsync).WithSummary("Reads one task force of the caller's hub.");
    }

    private static Task<Ok<IReadOnlyList<TaskForceView>>> ListAsync(
        MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        [StringLength(100)] string? name = null, Formality? formality = null, TaskForceModel? model = null, FourP? focus = null)
    {
        var taskForces = db.TaskForces.Where(taskForce => taskForce.Hub == caller.Hub);
        if (name is not null) taskForces = taskForces.Where(taskForce => EF.Functions.Like(taskForce.Name.ToLower(), NamePart.Of(name), NamePart.Escape));
        if (formality is not null) taskForces = taskForces.Where(taskForce => taskForce.Formality == formality);
        if (model is not null) taskForces = taskForces.Where(taskForce => taskForce.Model == model);
        if (focus is { } p) taskForces = taskForces.Where(taskForce => taskForce.Focus.Contains(p));
        return taskForces.ToPageAsync(page, http, TaskForceView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<TaskForceView>, ProblemHttpResult>> GetAsync(
        Guid id, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        http.SetETag(taskForce);
        return TypedResults.Ok(TaskForceView.Of(taskForce));
    }
}
