using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.ActionItems;

/// <summary>What was done.</summary>
public sealed record ActionItemCompletion([property: PlainText(Lines = true), StringLength(ActionItem.ReasonLength)] string? WhatWasDone = null);

/// <summary>Why it is not done.</summary>
public sealed record ActionItemDrop([property: Required, PlainText(Lines = true), StringLength(ActionItem.ReasonLength)] string Reason);

internal static class CloseActionItem
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/action-items/{itemId:guid}/completion", CompleteAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .RequireIfMatch()
            .WithSummary("Says that it is done: its agency, or whoever prepares meetings.");
        api.MapPost("/task-forces/{id:guid}/action-items/{itemId:guid}/drop", DropAsync)
            .RequireRoles(MeetingRoles.Records)
            .RequireIfMatch()
            .WithSummary("Drops it, with the reason: whoever prepares meetings.");
    }

    private static async Task<Results<Ok<ActionItemView>, ProblemHttpResult>> CompleteAsync(
        Guid id, Guid itemId, ActionItemCompletion request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindActionItemAsync(id, itemId, caller, cancellationToken) is not var (taskForce, item)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce) && !caller.IsOf(item.OwnerAgencyId))
            return Problems.Forbidden("An action item is its agency's, and of those who prepare meetings.");
        if (IfMatch.Check(http, item) is { } refused) return refused;
        return item.Complete(request.WhatWasDone?.Trim(), time.Day())
            ? await SaveAsync(db, item, http, time, cancellationToken)
            : StateConflict(item);
    }

    private static async Task<Results<Ok<ActionItemView>, ProblemHttpResult>> DropAsync(
        Guid id, Guid itemId, ActionItemDrop request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindActionItemAsync(id, itemId, caller, cancellationToken) is not var (taskForce, item)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("What was agreed is dropped by the coordinator or the core group.");
        if (IfMatch.Check(http, item) is { } refused) return refused;
        return item.Drop(request.Reason.Trim(), time.Day())
            ? await SaveAsync(db, item, http, time, cancellationToken)
            : StateConflict(item);
    }

    internal static ProblemHttpResult StateConflict(ActionItem item) => Problems.StateConflict(item.State);

    internal static async Task<Results<Ok<ActionItemView>, ProblemHttpResult>> SaveAsync(
        MembershipDb db, ActionItem item, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MeetingAccess.Overtaken();
        }

        http.SetETag(item);
        return TypedResults.Ok(ActionItemView.Of(item, time.Day()));
    }
}
