using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>A new task force.</summary>
/// <param name="Hub">The hub that hosts it.</param>
/// <param name="Purpose">The purpose its members share.</param>
/// <param name="Focus">Those of the four Ps that it works on; all four where not given.</param>
public sealed record NewTaskForce(
    [property: Required, RegularExpression("^[a-z][a-z0-9-]{1,30}$")] string Hub,
    [property: Required, PlainText, StringLength(200)] string Name,
    [property: Required, PlainText(Lines = true), StringLength(TaskForce.PurposeLength)] string Purpose,
    [property: Required] Formality? Formality,
    [property: Required] TaskForceModel? Model,
    [property: MinLength(1), MaxLength(4)] IReadOnlyList<FourP>? Focus = null);

internal static class FormTaskForce
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces", HandleAsync)
        .RequireRoles(Roles.HubAdmin)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Forms a task force in the caller's hub.");

    private static async Task<Results<Created<TaskForceView>, ProblemHttpResult>> HandleAsync(
        NewTaskForce request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (request.Hub != caller.Hub || !await db.Hubs.AnyAsync(hub => hub.Code == request.Hub, cancellationToken))
            return Problems.NotFound();

        var taskForce = TaskForce.Form(
            request.Hub, request.Name.Trim(), request.Purpose.Trim(), request.Formality!.Value, request.Model!.Value,
            request.Focus ?? Enum.GetValues<FourP>());
        db.TaskForces.Add(taskForce);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("task-force-exists", "The hub has a task force of this name already.");
        }

        http.SetETag(taskForce);
        return TypedResults.Created($"/task-forces/{taskForce.Id}", TaskForceView.Of(taskForce));
    }
}
