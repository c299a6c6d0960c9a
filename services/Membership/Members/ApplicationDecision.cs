using Contracts;
using Membership.Decisions;
using Microsoft.AspNetCore.Http.HttpResults;
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
}
