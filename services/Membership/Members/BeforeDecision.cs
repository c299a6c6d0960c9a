using Contracts;
using Membership.Decisions;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>What comes before a decision on an agency: it is heard before it is removed, and vetted before it is admitted.</summary>
internal static class BeforeDecision
{
    /// <summary>Why this decision does not count; null where nothing stands against it.</summary>
    public static Task<ProblemHttpResult?> TooEarlyAsync(
        this MembershipDb db, Decision decision, DateOnly today, CancellationToken cancellationToken) => decision.About switch
    {
        DecisionAbout.Removal => UnheardAsync(db, decision, today, cancellationToken),
        DecisionAbout.Application => UnvettedAsync(db, decision, cancellationToken),
        _ => Task.FromResult<ProblemHttpResult?>(null),
    };

    private static async Task<ProblemHttpResult?> UnheardAsync(
        MembershipDb db, Decision decision, DateOnly today, CancellationToken cancellationToken)
    {
        var notice = await db.RemovalNotices.AsNoTracking().SingleOrDefaultAsync(
            notice => notice.Id == decision.SubjectId && notice.TaskForceId == decision.TaskForceId, cancellationToken);
        if (notice is not { ClosedOn: null }) return null;
        if (notice.State == RemovalNoticeState.Open && today <= notice.AnswerBy)
            return Problems.Conflict("answer-awaited", $"The member may answer until {notice.AnswerBy:yyyy-MM-dd}: decide once it was heard.");
        return decision.DecidedOn < notice.DecidableFrom
            ? Problems.Invalid("decidedOn", "The member was heard on a later day: whoever decided before had not heard it.") : null;
    }

    private static async Task<ProblemHttpResult?> UnvettedAsync(MembershipDb db, Decision decision, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(
            application => application.Id == decision.SubjectId && application.TaskForceId == decision.TaskForceId, cancellationToken);
        if (application is null) return null;
        if (application.State == ApplicationState.Received)
            return Problems.Conflict("vetting-needed", "Vet the application first: it is decided on what vetting found.");
        if (decision.DecidedOn < application.VettedAt?.Day())
            return Problems.Invalid("decidedOn", "The application was vetted on a later day: it is decided on what vetting found.");
        return decision.Result == DecisionResult.Carried && !application.MeetsCriteria ? CriterionNotMet() : null;
    }

    /// <summary>409: nobody is admitted over a criterion without saying why it is passed over.</summary>
    public static ProblemHttpResult CriterionNotMet() =>
        Problems.Conflict("criterion-not-met", "Vetting found a criterion that it does not meet: waive that in vetting, with the reason, before it is decided on.");
}
