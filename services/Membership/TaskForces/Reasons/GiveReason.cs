using System.ComponentModel.DataAnnotations;
using Membership.Members;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>Why a party is at the table.</summary>
/// <param name="Reason">What it brings, and what it comes for.</param>
public sealed record ReasonGiven([property: Required, PlainText(Lines = true), StringLength(PartyReason.Length)] string Reason);

/// <summary>Why one party is at the table.</summary>
/// <param name="RecordedByCoordinator">Recorded by whoever runs the task force; not the agency's own words yet.</param>
public sealed record PartyReasonView(Guid AgencyId, string Reason, DateOnly GivenOn, bool RecordedByCoordinator)
{
    internal static PartyReasonView Of(PartyReason reason) => new(reason.AgencyId, reason.Reason, reason.GivenOn, reason.RecordedByCoordinator);
}

internal static class GiveReason
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/reasons/{agencyId:guid}", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Says why an agency is at the table: the agency itself, or who runs the task force as it was told.")
        .WithDescription(
            "What is recorded for an agency is marked as such; once it has said it itself, nobody else changes its words. If-Match names the "
            + "reason as it was read; it is not looked at for the first one.");

    private static async Task<Results<Ok<PartyReasonView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, ReasonGiven request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.MayRun(taskForce) && !caller.Administers(taskForce, agencyId)) return Problems.Forbidden("Each agency says for itself why it is at the table.");
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { State: not MemberState.Ended }) return Problems.NotFound();

        var reason = await db.PartyReasons.SingleOrDefaultAsync(reason => reason.TaskForceId == id && reason.AgencyId == agencyId, cancellationToken);
        var own = caller.Administers(taskForce, agencyId);
        if (reason is not null && IfMatch.Check(http, reason) is { } refused) return refused;
        if (reason is { SaidByItself: true } && !own)
            return Problems.Conflict("own-words", "The agency has said it itself: it alone changes its words.");
        if (reason is null) db.PartyReasons.Add(reason = PartyReason.Of(taskForce, agencyId));
        reason.Give(request.Reason.Trim(), own, time.Day());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("reason-changed", "Somebody gave this agency's reason at the same moment. Look, and send it again.");
        }

        http.SetETag(reason);
        return TypedResults.Ok(PartyReasonView.Of(reason));
    }
}
