using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.TaskForces;

/// <summary>Asks members that have not acknowledged the guiding principles in force: two weeks after their adoption, and again after six.</summary>
internal sealed class RemindOfPrinciples(MembershipDb db) : IRemind
{
    private static readonly int[] DaysAfter = [14, 42];

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var days in DaysAfter)
        {
            var adoptedUntil = today.AddDays(-days);
            var missing =
                from version in db.GuidingPrinciples
                where version.State == StatementState.Adopted && version.AdoptedOn <= adoptedUntil
                join member in db.Members on version.TaskForceId equals member.TaskForceId
                where member.LeftAt == null
                    && !db.PrincipleAcknowledgements.Any(given => given.PrinciplesId == version.Id && given.AgencyId == member.AgencyId)
                select new { version.Hub, version.TaskForceId, member.AgencyId, version.Id, AdoptedOn = version.AdoptedOn!.Value };
            await foreach (var one in missing.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                yield return new DueReminder(
                    one.Hub, one.TaskForceId, one.AgencyId, null, ReminderKind.PrincipleAcknowledgement, one.Id, days, one.AdoptedOn.AddDays(days));
            }
        }
    }
}
