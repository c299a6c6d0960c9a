using Contracts;
using Membership.Decisions;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>Whether a decision is one by which an application is decided: by those whom the terms name, on what vetting found.</summary>
internal static class ApplicationDecision
{
    /// <summary>What is for the core group may be decided by all members too; what is for the members, by them alone.</summary>
    public static ProblemHttpResult? Unfit(this Decision decision, Application application, MembershipTerms terms)
    {
        if (terms.Process == AdmissionProcess.Vote && decision.Method == DecisionMethod.CoreGroup)
            return Problems.Invalid("decisionId", "The terms leave applications to the members: it must be their vote or consensus.");
        return decision.DecidedOn < application.VettedAt?.Day()
            ? Problems.Conflict("decided-before-vetting", "It was decided before the last vetting: decide again, on what that found.") : null;
    }

    /// <summary>
    /// Whether it was decided on what vetting found, by those whom the terms name. What could not decide it leaves vetting
    /// free, or nobody could go on: a decision of others, one older than the vetting, and one that carries what bars it.
    /// </summary>
    public static async Task<bool> WasDecidedOnAsync(
        this MembershipDb db, Application application, MembershipTerms terms, CancellationToken cancellationToken)
    {
        if (application.State != ApplicationState.Vetted) return false;

        var decisions = await db.Decisions.AsNoTracking().Where(decision => decision.TaskForceId == application.TaskForceId && decision.CommitteeId == null
            && decision.About == DecisionAbout.Application && decision.SubjectId == application.Id && decision.Result != DecisionResult.NoQuorum).ToListAsync(cancellationToken);
        return decisions.Exists(decision =>
            decision.Unfit(application, terms) is null && (decision.Result == DecisionResult.Rejected || application.MeetsCriteria));
    }
}
