using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

/// <summary>A milestone.</summary>
public sealed record MilestoneView(Guid Id, string Title, string? Note, DateOnly? TargetOn, DateOnly? ReachedOn)
{
    internal static MilestoneView Of(Milestone milestone) =>
        new(milestone.Id, milestone.Title, milestone.Note, milestone.TargetOn, milestone.ReachedOn);
}

internal static class ReadMilestones
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/milestones", ListAsync).RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists milestones: reached, or still ahead.");
        api.MapGet("/task-forces/{id:guid}/milestones/{milestoneId:guid}", GetAsync).RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one milestone.");
    }

    private static async Task<Results<Ok<IReadOnlyList<MilestoneView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        bool? reached = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var milestones = db.Milestones.Where(milestone => milestone.TaskForceId == id);
        if (reached is not null) milestones = milestones.Where(milestone => milestone.ReachedOn != null == reached);
        return await milestones.ToPageAsync(page, http, MilestoneView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<MilestoneView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid milestoneId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var milestone = await db.Milestones.AsNoTracking().SingleOrDefaultAsync(
            milestone => milestone.Id == milestoneId && milestone.TaskForceId == id, cancellationToken);
        if (milestone is null) return Problems.NotFound();

        http.SetETag(milestone);
        return TypedResults.Ok(MilestoneView.Of(milestone));
    }
}
