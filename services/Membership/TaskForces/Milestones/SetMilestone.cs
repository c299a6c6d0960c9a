using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

/// <summary>Something the task force sets itself.</summary>
/// <param name="TargetOn">When it hopes to be there; none where it sets itself no date.</param>
public sealed record NewMilestone(
    [property: Required, PlainText, StringLength(200)] string Title,
    [property: PlainText(Lines = true), StringLength(Milestone.NoteLength)] string? Note = null,
    DateOnly? TargetOn = null);

/// <summary>A milestone reached.</summary>
public sealed record MilestoneDay([property: Required] DateOnly? ReachedOn);

internal static class SetMilestone
{
    private const string One = "/task-forces/{id:guid}/milestones/{milestoneId:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/milestones", SetAsync).RequireRoles(TaskForceRoles.Decides)
            .WithSummary("Sets a milestone.");
        api.MapPut(One, ChangeAsync).RequireRoles(TaskForceRoles.Decides).RequireIfMatch()
            .WithSummary("Changes a milestone that is not reached yet.");
        api.MapPost($"{One}/reached", ReachAsync).RequireRoles(TaskForceRoles.Decides).RequireIfMatch()
            .WithSummary("Says that a milestone is reached.");
        api.MapDelete(One, DropAsync).RequireRoles(TaskForceRoles.Decides).RequireIfMatch()
            .WithSummary("Drops a milestone that is not reached yet.");
    }

    private static async Task<Results<Created<MilestoneView>, ProblemHttpResult>> SetAsync(
        Guid id, NewMilestone request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var milestone = Milestone.Set(taskForce, request.Title.Trim(), request.Note?.Trim(), request.TargetOn);
        db.Milestones.Add(milestone);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(milestone);
        return TypedResults.Created($"/task-forces/{id}/milestones/{milestone.Id}", MilestoneView.Of(milestone));
    }

    private static Task<Results<Ok<MilestoneView>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid milestoneId, NewMilestone request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken) =>
        SaveAsync(id, milestoneId, db, caller, http, milestone => milestone.Change(request.Title.Trim(), request.Note?.Trim(), request.TargetOn), cancellationToken);

    private static async Task<Results<Ok<MilestoneView>, ProblemHttpResult>> ReachAsync(
        Guid id, Guid milestoneId, MilestoneDay request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) =>
        request.ReachedOn > time.Day()
            ? Problems.Invalid("reachedOn", "That day is still to come.")
            : await SaveAsync(id, milestoneId, db, caller, http, milestone => milestone.Reach(request.ReachedOn!.Value), cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> DropAsync(
        Guid id, Guid milestoneId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var dropped = await SaveAsync(id, milestoneId, db, caller, http, milestone => db.Milestones.Remove(milestone), cancellationToken);
        return dropped.Result is ProblemHttpResult problem ? problem : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<MilestoneView>, ProblemHttpResult>> SaveAsync(
        Guid id, Guid milestoneId, MembershipDb db, Caller caller, HttpContext http, Action<Milestone> change, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var milestone = await db.Milestones.SingleOrDefaultAsync(
            milestone => milestone.Id == milestoneId && milestone.TaskForceId == id, cancellationToken);
        if (milestone is null) return Problems.NotFound();
        if (IfMatch.Check(http, milestone) is { } refused) return refused;
        if (milestone.ReachedOn is not null) return Problems.Conflict("milestone-reached", "The milestone is reached, and stays as it was.");

        change(milestone);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(milestone);
        return TypedResults.Ok(MilestoneView.Of(milestone));
    }
}
