using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>An agency's application.</summary>
/// <param name="AgencyId">An agency in the hub's directory.</param>
/// <param name="Statement">Why it wants to join and what it would bring. Nothing about a case or a person served.</param>
public sealed record NewApplication(
    [property: Required] Guid? AgencyId,
    [property: Required, PlainText(Lines = true), StringLength(Application.StatementLength)] string Statement);

internal static class Apply
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/applications", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Applies for membership, by the agency's administrator or by the coordinator on its behalf.")
        .WithDescription("An open task force admits at once, as its terms say; a restricted one vets and decides first.");

    private static async Task<Results<Created<ApplicationView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewApplication request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var agencyId = request.AgencyId!.Value;
        if (!caller.MayRun(taskForce) && !caller.Administers(taskForce, agencyId))
            return Problems.Forbidden("An agency applies by its own administrator, or by the task force's own coordinator on its behalf.");
        var agency = await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == agencyId && agency.Hub == taskForce.Hub, cancellationToken);
        if (agency is null) return Problems.Invalid("agencyId", "The hub's directory has no such agency.");
        if (await db.TermsInForceAsync(id, cancellationToken) is not { } terms)
            return Problems.Conflict("no-terms", "The task force has not adopted its membership terms yet, so nobody can apply.");

        var now = time.GetUtcNow();
        if (await RefusalAsync(db, taskForce, agencyId, terms, now.Day(), cancellationToken) is { } refused) return refused;

        var application = Application.Receive(taskForce, agency, terms, request.Statement.Trim(), now);
        db.Applications.Add(application);
        var by = ChangedBy.Of(caller);
        db.MemberChanges.Add(MemberChange.Of(taskForce.Hub, id, agencyId, MemberStep.Applied, state: null, reason: null, by, now));
        if (terms.Openness == Openness.Open) await db.AdmitAsync(taskForce, application, terms, decisionId: null, reason: null, by, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("applied-already", "The agency has applied already.");
        }

        http.SetETag(application);
        return TypedResults.Created($"/task-forces/{id}/applications/{application.Id}", ApplicationView.Of(application));
    }

    /// <summary>Members do not apply; whoever was removed or refused waits as the terms say. Who left at its own wish may come back any day.</summary>
    private static async Task<ProblemHttpResult?> RefusalAsync(
        MembershipDb db, TaskForce taskForce, Guid agencyId, MembershipTerms terms, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Members.AnyAsync(member => member.TaskForceId == taskForce.Id && member.AgencyId == agencyId && member.LeftAt == null, cancellationToken))
            return Problems.Conflict("already-a-member", "The agency is a member of this task force already.");
        var applications = db.Applications.Where(application => application.TaskForceId == taskForce.Id && application.AgencyId == agencyId);
        if (await applications.AnyAsync(application => application.DecidedAt == null, cancellationToken))
            return Problems.Conflict("applied-already", "The agency has applied already.");

        var removed = await db.Members
            .Where(member => member.TaskForceId == taskForce.Id && member.AgencyId == agencyId && member.EndReason == MemberEndReason.Removed)
            .MaxAsync(member => member.LeftAt, cancellationToken);
        var refused = await applications.Where(application => application.State == ApplicationState.Refused)
            .MaxAsync(application => application.DecidedAt, cancellationToken);
        if ((removed > refused || refused is null ? removed : refused) is not { } last) return null;
        if (terms.ReapplicationAfterDays is not { } days)
            return Problems.Conflict("no-reapplication", "The terms allow no second application after a removal or a refusal.");
        return last.Day().AddDays(days) > today
            ? Problems.Conflict("reapplication-too-early", $"The terms allow a second application {days} days after the removal or refusal.")
            : null;
    }
}
