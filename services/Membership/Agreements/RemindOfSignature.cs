using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Agreements;

/// <summary>
/// Reminds an agency 14, 30 and 60 days after it was asked to sign; where its board has the agreement, counted from the
/// day on which its approval is expected.
/// </summary>
internal sealed class RemindOfSignature(MembershipDb db) : IRemind
{
    private static readonly int[] Steps = [60, 30, 14];

    public async IAsyncEnumerable<DueReminder> DueAsync(
        DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var openedBefore = today.AddDays(-Steps[^1]);
        var open = await (
            from agreement in db.Agreements
            where agreement.State == AgreementState.OpenForSignature || agreement.State == AgreementState.Effective
            from version in agreement.Versions
            where version.Newest && version.State == AgreementVersionState.OpenForSignature && version.OpenedOn <= openedBefore
            from signatory in agreement.Signatories
            where signatory.Newest && signatory.State != SignatoryState.Signed
            orderby agreement.Id
            select new { agreement.Hub, agreement.TaskForceId, agreement.Id, version.OpenedOn, signatory.AgencyId, signatory.State, signatory.BoardExpectedOn })
            .ToListAsync(cancellationToken);
        foreach (var asked in open)
        {
            var since = asked.State == SignatoryState.AwaitingBoard && asked.BoardExpectedOn > asked.OpenedOn ? asked.BoardExpectedOn.Value : asked.OpenedOn!.Value;
            if (Steps.FirstOrDefault(days => today.DayNumber - since.DayNumber >= days) is > 0 and var step)
                yield return new DueReminder(asked.Hub, asked.TaskForceId, asked.AgencyId, null, ReminderKind.AgreementSignature, asked.Id, step, since);
        }
    }
}
