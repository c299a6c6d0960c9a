using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.TaskForces;

/// <summary>Asks members that have not acknowledged the guiding principles in force: two weeks after their adoption, and again after six.</summary>
internal sealed class RemindOfPrinciples(MembershipDb db) : IRemind
{
    private const int Batch = 200;
    private static readonly int[] DaysAfter = [14, 42];

    /// <summary>The member acknowledged them, or others are in force.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.PrincipleAcknowledgement
        && (db.PrincipleAcknowledgements.Any(given => given.PrinciplesId == reminder.SubjectId && given.AgencyId == reminder.AgencyId)
            || db.GuidingPrinciples.Any(version => version.Id == reminder.SubjectId && version.State != StatementState.Adopted)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var days in DaysAfter)
        {
            var last = Guid.Empty;
            List<Missing> batch;
            do
            {
                batch = await NotSaid(days, today).Where(one => one.MemberId > last).OrderBy(one => one.MemberId).Take(Batch).ToListAsync(cancellationToken);
                foreach (var one in batch)
                {
                    yield return new DueReminder(
                        one.Hub, one.TaskForceId, one.AgencyId, null, ReminderKind.PrincipleAcknowledgement, one.PrinciplesId, days, one.AdoptedOn.AddDays(days));
                }

                if (batch.Count > 0) last = batch[^1].MemberId;
            }
            while (batch.Count == Batch);
        }
    }

    private IQueryable<Missing> NotSaid(int days, DateOnly today)
    {
        var adoptedUntil = today.AddDays(-days);
        return from version in db.GuidingPrinciples
               where version.State == StatementState.Adopted && version.AdoptedOn <= adoptedUntil
               join member in db.Members on version.TaskForceId equals member.TaskForceId
               where member.LeftAt == null
                   && !db.PrincipleAcknowledgements.Any(given => given.PrinciplesId == version.Id && given.AgencyId == member.AgencyId)
                   && !db.Reminders.Any(said => said.SubjectId == version.Id && said.Kind == ReminderKind.PrincipleAcknowledgement
                       && said.AgencyId == member.AgencyId && said.Step == days)
               select new Missing
               {
                   Hub = version.Hub, TaskForceId = version.TaskForceId, MemberId = member.Id, AgencyId = member.AgencyId,
                   PrinciplesId = version.Id, AdoptedOn = version.AdoptedOn!.Value,
               };
    }

    private sealed class Missing
    {
        public required string Hub { get; init; }
        public required Guid TaskForceId { get; init; }
        public required Guid MemberId { get; init; }
        public required Guid AgencyId { get; init; }
        public required Guid PrinciplesId { get; init; }
        public required DateOnly AdoptedOn { get; init; }
    }
}
