using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;
using ServiceDefaults.Validation;

namespace Membership.TaskForces;

/// <summary>What a task force is now: it replaces what was said before.</summary>
/// <param name="Purpose">The purpose its members share.</param>
/// <param name="Focus">Those of the four Ps that it works on.</param>
/// <param name="WhatUnitesUs">What unites its members: an end, a belief, a value.</param>
/// <param name="WhatWeWantToDo">What they hope to get done together.</param>
/// <param name="Jurisdiction">Where it works, in words.</param>
/// <param name="Areas">Where it works, as codes of countries, their parts and counties: US, US-CA, 06075.</param>
public sealed record TaskForceDescription(
    [property: Required, PlainText, StringLength(200)] string Name,
    [property: Required, PlainText(Lines = true), StringLength(TaskForce.PurposeLength)] string Purpose,
    [property: Required] Formality? Formality,
    [property: Required] TaskForceModel? Model,
    [property: Required, MinLength(1), MaxLength(4)] IReadOnlyList<FourP> Focus,
    [property: PlainText(Lines = true), StringLength(TaskForce.AnswerLength)] string? WhatUnitesUs = null,
    [property: PlainText(Lines = true), StringLength(TaskForce.AnswerLength)] string? WhatWeWantToDo = null,
    [property: PlainText(Lines = true), StringLength(TaskForce.AnswerLength)] string? Jurisdiction = null,
    [property: MaxLength(TaskForce.MostAreas), EachItem(AreaCode.Pattern)] IReadOnlyList<string>? Areas = null);

internal static class DescribeTaskForce
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Says what the task force is: its purpose, what unites it, how formal it is, what it works on and where.");

    private static async Task<Results<Ok<TaskForceView>, ProblemHttpResult>> HandleAsync(
        Guid id, TaskForceDescription request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var taskForce = await db.TaskForces.SingleOrDefaultAsync(taskForce => taskForce.Id == id && taskForce.Hub == caller.Hub, cancellationToken);
        if (taskForce is null) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("What a task force says of itself is for its own coordinator.");
        if (IfMatch.Check(http, taskForce) is { } refused) return refused;

        taskForce.Describe(
            request.Name.Trim(), request.Purpose.Trim(), request.WhatUnitesUs?.Trim(), request.WhatWeWantToDo?.Trim(), request.Formality!.Value,
            request.Model!.Value, request.Focus, request.Jurisdiction?.Trim(), request.Areas ?? []);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("task-force-exists", "The hub has a task force of this name already.");
        }

        http.SetETag(taskForce);
        return TypedResults.Ok(TaskForceView.Of(taskForce));
    }
}
