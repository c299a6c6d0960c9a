using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>A founding member.</summary>
/// <param name="AgencyId">An agency in the hub's directory.</param>
/// <param name="Reason">Why it is among the founders, in plain words.</param>
public sealed record NewMember(
    [property: Required] Guid? AgencyId,
    [property: PlainText(Lines = true), StringLength(MemberChange.ReasonLength)] string? Reason = null);

internal static class JoinTaskForce
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator)
        .WithSummary("Enters a founding member, active at once. Others apply.")
        .WithDescription("Only until the task force has adopted its membership terms, and no agency that was a member before: those apply, as long as somebody may vote.");

    private static async Task<Results<Created<MemberView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewMember request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Members are for the task force's own coordinator.");

        var agency = await db.Agencies.SingleOrDefaultAsync(
            agency => agency.Id == request.AgencyId && agency.Hub == taskForce.Hub, cancellationToken);
        if (agency is null) return Problems.Invalid("agencyId", "The hub's directory has no such agency.");
        if (await RefusalAsync(db, id, agency.Id, cancellationToken) is { } refused) return refused;

        var now = time.GetUtcNow();
        var member = Member.Join(taskForce, agency, now);
        db.Members.Add(member);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Founded, request.Reason?.Trim(), ChangedBy.Of(caller), now));
        await db.RestoreAccessAsync(member, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("already-a-member", "The agency is a member of this task force already.");
        }

        http.SetETag(member);
        return TypedResults.Created($"/task-forces/{id}/members/{agency.Id}", MemberView.Of(member));
    }

    /// <summary>
    /// Nobody founds what has said how it takes agencies in; and who was removed, or left, comes back by the way on which
    /// all are looked at.
    /// </summary>
    private static async Task<ProblemHttpResult?> RefusalAsync(MembershipDb db, Guid id, Guid agencyId, CancellationToken cancellationToken)
    {
        var memberships = db.Members.Where(member => member.TaskForceId == id && member.AgencyId == agencyId);
        if (await memberships.AnyAsync(member => member.LeftAt == null, cancellationToken))
            return Problems.Conflict("already-a-member", "The agency is a member of this task force already.");
        // Where nobody is left who could decide on an application, it is founded anew.
        if (!await db.Members.Where(Member.MayVote).AnyAsync(member => member.TaskForceId == id, cancellationToken)) return null;
        if (await db.TermsInForceAsync(id, cancellationToken) is not null)
            return Problems.Conflict("apply", "The task force has adopted its membership terms: the agency applies, as they say.");
        return await memberships.AnyAsync(cancellationToken)
            ? Problems.Conflict("apply", "The agency was a member before: it applies, once the task force has adopted its membership terms.") : null;
    }
}
