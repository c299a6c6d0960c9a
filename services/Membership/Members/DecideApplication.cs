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
/// <param name="DecisionId">The carried decision about this application, where the terms want a vote.</param>
public sealed record AdmitApplicant(Guid? DecisionId = null);

/// <summary>An applicant is refused.</summary>
/// <param name="Reason">In plain words; the applicant reads it.</param>
/// <param name="DecisionId">The rejected decision about this application, where the terms want a vote.</param>
public sealed record RefuseApplicant(
    [property: Required, PlainText(Lines = true), StringLength(MemberChange.ReasonLength)] string Reason, Guid? DecisionId = null);

internal static class DecideApplication
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/applications/{applicationId:guid}/admission", AdmitAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Admits a vetted applicant: by a carried vote, or by the core group, as the terms say.");
        api.MapPost("/task-forces/{id:guid}/applications/{applicationId:guid}/refusal", RefuseAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Refuses a vetted applicant, with the reason: by a vote that rejected it, or by the core group, as the terms say.");
    }

    private static async Task<Results<Ok<ApplicationView>, ProblemHttpResult>> AdmitAsync(
        Guid id, Guid applicationId, AdmitApplicant request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (taskForce, application, terms, refused) = await db.FindApplicationForChangeAsync(id, applicationId, caller, http, cancellationToken);
        if (refused is not null || taskForce is null || application is null || terms is null) return refused ?? Problems.NotFound();
        if (application.State != ApplicationState.Vetted) return ApplicationForChange.StateConflict(application);

        Decision? decision = null;
        if (terms.Process == AdmissionProcess.Vote)
        {
            if (request.DecisionId is not { } decisionId) return VoteNeeded();
            (decision, refused) = await db.CarriedAsync(taskForce, decisionId, DecisionAbout.Application, application.Id, cancellationToken);
            if (refused is not null) return refused;
            decision!.UseFor(application.Id);
        }
        else if (!caller.IsInCoreGroup(taskForce))
        {
            return Problems.Forbidden("The terms leave applications to the core group.");
        }

        await db.AdmitAsync(taskForce, application, terms, decision?.Id, ChangedBy.Of(caller), time.GetUtcNow(), cancellationToken);
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

        Guid? decisionId = null;
        if (terms.Process == AdmissionProcess.Vote)
        {
            if (request.DecisionId is null) return VoteNeeded();
            decisionId = request.DecisionId;
            if (!await db.Decisions.AnyAsync(decision => decision.Id == decisionId && decision.TaskForceId == id
                && decision.CommitteeId == null && decision.About == DecisionAbout.Application && decision.SubjectId == applicationId && decision.Result == DecisionResult.Rejected, cancellationToken))
            {
                return Problems.Invalid("decisionId", "Must be a decision of this task force that rejected this application.");
            }
        }
        else if (!caller.IsInCoreGroup(taskForce))
        {
            return Problems.Forbidden("The terms leave applications to the core group.");
        }

        var now = time.GetUtcNow();
        application.Refuse(decisionId, now);
        db.MemberChanges.Add(MemberChange.Of(
            application.Hub, id, application.AgencyId, MemberStep.Refused, state: null, request.Reason.Trim(), ChangedBy.Of(caller), now, decisionId));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(application);
        return TypedResults.Ok(ApplicationView.Of(application));
    }

    private static ProblemHttpResult VoteNeeded() =>
        Problems.Invalid("decisionId", "The terms want a vote: record the decision with this application as its subject, and name it.");
}
