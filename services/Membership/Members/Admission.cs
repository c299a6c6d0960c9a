using Membership.Storage;
using Membership.TaskForces;

namespace Membership.Members;

/// <summary>An applicant becomes a member, provisional or active as the terms say. Part of the caller's save.</summary>
internal static class Admission
{
    /// <param name="reason">None where the terms admit whoever asks.</param>
    public static async Task AdmitAsync(
        this MembershipDb db, TaskForce taskForce, Application application, MembershipTerms terms, Guid? decisionId, string? reason, ChangedBy by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        application.Admit(terms, decisionId, now);
        var member = Member.Admit(taskForce, application.Agency, terms.StartsProvisional, now);
        db.Members.Add(member);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Admitted, reason, by, now, decisionId));
        await db.RestoreAccessAsync(member, cancellationToken);
    }
}
