using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Handovers;

/// <summary>What else is to be shown, or more about it. Nothing about a case or a person served.</summary>
public sealed record OrientationText([property: Required, PlainText(Lines = true), StringLength(OrientationItem.TextLength)] string Text);

internal static class ExtendOrientation
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/orientations/{orientationId:guid}/items", AddAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Adds something to be shown.");
        api.MapPut("/task-forces/{id:guid}/orientations/{orientationId:guid}/items/{itemId:guid}/text", DescribeAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Says in the coordinator's words what is to be shown.");
    }

    private static async Task<Results<Ok<OrientationView>, ProblemHttpResult>> AddAsync(
        Guid id, Guid orientationId, OrientationText request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var (orientation, refused) = await FindAsync(id, orientationId, db, caller, http, cancellationToken);
        if (refused is not null || orientation is null) return refused ?? Problems.NotFound();
        if (orientation.Items.Count >= Orientation.MostItems)
            return Problems.Conflict("too-many-items", $"An orientation has at most {Orientation.MostItems} items.");

        orientation.Add(request.Text.Trim());
        return await SaveAsync(orientation, db, caller, http, cancellationToken);
    }

    private static async Task<Results<Ok<OrientationView>, ProblemHttpResult>> DescribeAsync(
        Guid id, Guid orientationId, Guid itemId, OrientationText request, MembershipDb db, Caller caller, HttpContext http,
        CancellationToken cancellationToken)
    {
        var (orientation, refused) = await FindAsync(id, orientationId, db, caller, http, cancellationToken);
        if (refused is not null || orientation is null) return refused ?? Problems.NotFound();
        if (orientation.Items.FirstOrDefault(item => item.Id == itemId) is not { } item) return Problems.NotFound();

        orientation.Describe(item, request.Text.Trim());
        return await SaveAsync(orientation, db, caller, http, cancellationToken);
    }

    private static async Task<(Orientation?, ProblemHttpResult?)> FindAsync(
        Guid id, Guid orientationId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce
            || await db.FindOrientationAsync(taskForce, orientationId, caller, cancellationToken) is not { } orientation)
        {
            return (null, Problems.NotFound());
        }

        if (!caller.MayRun(taskForce)) return (null, Problems.Forbidden("Only who runs the task force says what is to be shown."));
        if (IfMatch.Check(http, orientation) is { } refused) return (null, refused);
        return orientation.State == OrientationState.Open ? (orientation, null) : (null, Problems.StateConflict(orientation.State));
    }

    private static async Task<Results<Ok<OrientationView>, ProblemHttpResult>> SaveAsync(
        Orientation orientation, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Of(StatusCodes.Status412PreconditionFailed);
        }

        http.SetETag(orientation);
        return TypedResults.Ok(OrientationView.Of(orientation, caller, await db.OrientationSubjectsAsync(orientation.TaskForceId, cancellationToken)));
    }
}
