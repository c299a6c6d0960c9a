using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.ActionItems;

internal static class ReadActionItems
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/action-items", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists action items by owner (agency or seat), state, day, and the meeting that they come from.");
        api.MapGet("/task-forces/{id:guid}/action-items/{itemId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one action item.");
    }

    /// <summary>To be changed. What members took on before one another, all of them see.</summary>
    public static async Task<FoundActionItem?> FindActionItemAsync(
        this MembershipDb db, Guid taskForceId, Guid itemId, Caller caller, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(taskForceId, caller, cancellationToken) is not { } taskForce) return null;
        var item = await db.ActionItems.SingleOrDefaultAsync(item => item.Id == itemId && item.TaskForceId == taskForceId, cancellationToken);
        return item is null ? null : new(taskForce, item);
    }

    private static async Task<Results<Ok<IReadOnlyList<ActionItemView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        Guid? ownerAgencyId = null, Guid? ownerSeatId = null, ActionItemState? state = null, DateOnly? dueBefore = null, Guid? meetingId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var items = db.ActionItems.Where(item => item.TaskForceId == id);
        if (ownerAgencyId is not null) items = items.Where(item => item.OwnerAgencyId == ownerAgencyId);
        if (ownerSeatId is not null) items = items.Where(item => item.OwnerSeatId == ownerSeatId);
        if (state is not null) items = items.Where(item => item.State == state);
        if (dueBefore is not null) items = items.Where(item => item.DueOn < dueBefore);
        if (meetingId is not null) items = items.Where(item => item.MeetingId == meetingId);
        var today = time.Day();
        return await items.ToPageAsync(page, http, item => ActionItemView.Of(item, today), cancellationToken);
    }

    private static async Task<Results<Ok<ActionItemView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid itemId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindActionItemAsync(id, itemId, caller, cancellationToken) is not var (_, item)) return Problems.NotFound();

        http.SetETag(item);
        return TypedResults.Ok(ActionItemView.Of(item, time.Day()));
    }
}

/// <summary>An action item, and the task force that it is of.</summary>
internal sealed record FoundActionItem(TaskForce TaskForce, ActionItem Item);
