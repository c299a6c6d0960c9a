using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;

namespace Membership.Decisions;

/// <summary>The decision that a change stands on, or why it does not stand.</summary>
internal readonly record struct CarriedDecision(Decision? Decision, ProblemHttpResult? Refused)
{
    /// <summary>Refused where its subject was edited since, or nobody knows what it said then: so nobody decided about what it says now.</summary>
    /// <param name="revision">Of the text that the change is to carry.</param>
    public CarriedDecision AboutText(int revision) => Decision is null || Decision.SubjectRevision == revision
        ? this
        : new(null, Problems.Conflict("changed-since-decision", "What it is about was edited since the decision: decide again about what it now says."));
}

internal static class CarriedDecisions
{
    /// <summary>
    /// The carried decision of this task force about this, which has carried nothing yet. The caller's change calls
    /// <see cref="Decision.UseFor"/> in the same save, where its version settles it between two.
    /// </summary>
    /// <param name="subjectId">What exists already and is decided about; null where the decision makes it.</param>
    public static Task<CarriedDecision> CarriedAsync(
        this MembershipDb db, TaskForce taskForce, Guid decisionId, DecisionAbout about, Guid? subjectId, CancellationToken cancellationToken) =>
        db.CarriedAsync(taskForce, committeeId: null, decisionId, about, subjectId, cancellationToken);

    /// <inheritdoc cref="CarriedAsync(MembershipDb, TaskForce, Guid, DecisionAbout, Guid?, CancellationToken)"/>
    /// <param name="committeeId">Whose own matter it is: its decision is enough, though a few of the members took it.</param>
    public static async Task<CarriedDecision> CarriedAsync(
        this MembershipDb db, TaskForce taskForce, Guid? committeeId, Guid decisionId, DecisionAbout about, Guid? subjectId,
        CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.SingleOrDefaultAsync(
            decision => decision.Id == decisionId && decision.TaskForceId == taskForce.Id, cancellationToken);
        if (decision is null || decision.About != about || decision.SubjectId != subjectId)
            return new(null, Problems.Invalid("decisionId", $"Must be a decision of this task force about {about}{(subjectId is null ? "" : ", with this as its subject")}."));
        if (decision.CommitteeId is { } committee && committee != committeeId)
            return new(null, Problems.Conflict("committee-decided", "A committee decided this, and it is for the task force to decide."));
        if (decision.Result != DecisionResult.Carried)
            return new(null, Problems.Conflict("not-carried", $"The decision ended as {decision.Result}: decide again."));
        if (decision.UsedFor is not null)
            return new(null, Problems.Conflict("decision-used", "The decision has carried its change already: decide again."));
        return new(decision, null);
    }
}
