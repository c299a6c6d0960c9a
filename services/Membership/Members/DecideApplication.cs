using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>An applicant is admitted.</summary>
/// <param name="DecisionId">The carried decision about this application: of the members or, where the terms leave it to them, of the core group.</param>
/// <param name="Reason">What spoke for it, in plain words; the applicant reads it.</param>
public sealed record AdmitApplicant(
    [property: Required] Guid? DecisionId,
    [property: Required, PlainText(Lines = true), StringLength(MemberChange.ReasonLength)] string Reason);

/// <summary>An applicant is refused.</summary>
/// <param name="Reason">In plain words; the applicant reads it.</param>
/// <param name="DecisionId">The decision that rejected this application: of the members or, where the terms leave it to them, of the core group.</param>
public sealed record RefuseApplicant(
    [property: Required] Guid? DecisionId,
    [property: Required, PlainText(Lines = true), StringLength(MemberChange.ReasonLength)] string Reason);

internal static class DecideApplication
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/applications/{applicationId:guid}/admission", AdmitAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Admits a vetted applicant that meets the criteria, by a carried decision: of the members or of the core group, as the terms say.");
        api.MapPost("/task-forces/{id:guid}/applications/{applicationId:guid}/refusal", RefuseAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Refuses a vetted applicant, with the reason, by the decision that rejected it: of the members or of the core group, as the terms say.");
    }

    private static async Task<Results<Ok<ApplicationView>, ProblemHttpResult>> AdmitAsync(
        Guid id, Guid applicationId, AdmitApplicant request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (taskForce, application, terms, refused) = await db.FindApplicationForChangeAsync(id, applicationId, caller, http, cancellationToken);
        if (refused is not null || taskForce is null || application is null || terms is null) return refused ?? Problems.NotFound();
        if (application.State != ApplicationState.Vetted) return ApplicationForChange.StateConflict(application);
        if (NotTheirs(caller, taskForce, terms) is { } forbidden) return forbidden;
        var (decision, notCarried) = await db.CarriedAsync(
            taskForce, request.DecisionId!.Value, DecisionAbout.Application, application.Id, cancellationToken);
        if (notCarried is not null || decision is null) return notCarried ?? Problems.NotFound();
        if (decision.Unfit(application, terms) is { } unfit) return unfit;
        if (!application.MeetsCriteria) return BeforeDecision.CriterionNotMet();

        decision.UseFor(application.Id);
        await db.AdmitAsync(taskForce, application, terms, decision.Id, request.Reason.Trim(), ChangedBy.Of(caller), time.GetUtcNow(), cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("already-a-member", "The agency is a member of this task force already.");
        }

        http.SetETag(application);
        return TypedResults.Ok(ApplicationView.Of(application));
    }

    private static async Task<Results<Ok<ApplicationView>, ProblemHttpResult>> RefuseAsync(
        Guid id, Guid applicationId, RefuseApplicant request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (taskForce, application, terms, refused) = await db.FindApplicationForChangeAsync(id, applicationId, caller, http, cancellationToken);
        if (refused is not null || taskForce is null || application is null || terms is null) return refused ?? Problems.NotFound();
        if (application.State != ApplicationState.Vetted) return ApplicationForChange.StateConflict(application);
        if (NotTheirs(caller, taskForce, terms) is { } forbidden) return forbidden;
        var decision = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(
            decision => decision.Id == request.DecisionId && decision.TaskForceId == id && decision.CommitteeId == null
                && decision.About == DecisionAbout.Application && decision.SubjectId == applicationId && decision.Result == DecisionResult.Rejected,
            cancellationToken);
        if (decision is null) return Problems.Invalid("decisionId", "Must be a decision of this task force that rejected this application.");
        if (decision.Unfit(application, terms) is { } unfit) return unfit;

        var now = time.GetUtcNow();
        application.Refuse(decision.Id, now);
        db.MemberChanges.Add(MemberChange.Of(
            application.Hub, id, application.AgencyId, MemberStep.Refused, state: null, request.Reason.Trim(), ChangedBy.Of(caller), now, decision.Id));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(application);
        return TypedResults.Ok(ApplicationView.Of(application));
    }

    /// <summary>What is left to the core group, one of it carries out; and never by their word alone.</summary>
    private static ProblemHttpResult? NotTheirs(Caller caller, TaskForce taskForce, MembershipTerms terms) =>
        terms.Process == AdmissionProcess.CoreGroup && !caller.IsInCoreGroup(taskForce)
            ? Problems.Forbidden("The terms leave applications to the core group.") : null;
}
