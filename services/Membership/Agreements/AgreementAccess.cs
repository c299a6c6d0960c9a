using Membership.Members;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

internal static class AgreementAccess
{
    /// <summary>Whoever runs the task force, and who signs for an agency.</summary>
    public static readonly string[] MaySign = [Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin];

    public const string ForWhoRuns = "Agreements are drafted and ended by the task force's own coordinator.";

    /// <summary>The agreement with all its parts.</summary>
    public static Task<Agreement?> FindAgreementAsync(
        this MembershipDb db, Guid taskForceId, Guid agreementId, CancellationToken cancellationToken) =>
        db.Agreements.Include(agreement => agreement.Versions).Include(agreement => agreement.Signatories).Include(agreement => agreement.Parties)
            .AsSplitQuery()
            .SingleOrDefaultAsync(agreement => agreement.Id == agreementId && agreement.TaskForceId == taskForceId, cancellationToken);

    /// <summary>Null where the change may go on: nobody changed it meanwhile, and its state allows it.</summary>
    public static ProblemHttpResult? Check(this Agreement agreement, HttpContext http, AgreementVerb verb, DateOnly today) =>
        IfMatch.Check(http, agreement) ?? agreement.Refuses(verb, today);

    public static ProblemHttpResult? Refuses(this Agreement agreement, AgreementVerb verb, DateOnly today)
    {
        var allowed = agreement.AllowedOn(today);
        return allowed.Contains(verb) ? null : Problems.StateConflict(agreement.StateOn(today), [.. allowed.Select(one => one.ToString())]);
    }

    /// <summary>Whether all of these agencies are members of the task force today.</summary>
    public static async Task<bool> AreMembersAsync(
        this MembershipDb db, Guid taskForceId, IReadOnlyCollection<Guid> agencies, CancellationToken cancellationToken) =>
        await db.Members.Where(Member.TakesPart).CountAsync(
            member => member.TaskForceId == taskForceId && agencies.Contains(member.AgencyId), cancellationToken) == agencies.Count;
}
