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

    /// <summary>It is signed, or its board has it for longer, or what was to be signed is no longer asked for. A version that was opened later has reminders of its own.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.AgreementSignature
        && !db.Agreements.Any(agreement => agreement.Id == reminder.SubjectId
            && (agreement.State == AgreementState.OpenForSignature || agreement.State == AgreementState.Effective)
            && agreement.Versions.Any(version => version.Newest && version.State == AgreementVersionState.OpenForSignature && version.OpenedOn <= reminder.DueOn)
            && agreement.Signatories.Any(signatory => signatory.Newest && signatory.AgencyId == reminder.AgencyId && signatory.State != SignatoryState.Signed
                && (signatory.State == SignatoryState.Pending || signatory.BoardExpectedOn == null || signatory.BoardExpectedOn <= reminder.DueOn))));

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
