using System.Globalization;
using Contracts;

namespace Membership.Reminders;

/// <summary>A kind of thing that people are gently reminded of.</summary>
internal interface IRemind
{
    /// <summary>
    /// Everything that is to be reminded of on this day; what was said already may be left out, and is where it would add
    /// up: each is raised once for its subject, step and date.
    /// </summary>
    IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>
    /// What was reminded of and is settled since: put aside for whoever it reminds. By what is stored, never by the day: what is
    /// put aside is not said again.
    /// </summary>
    IQueryable<Reminder> Settled { get; }
}

/// <summary>A reminder that is due.</summary>
/// <param name="AgencyId">Whom it reminds; none where it is the coordinator.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Step">Which of several for the same date, such as 90, 60 or 30 days before it; 0 where there is one.</param>
internal sealed record DueReminder(
    string Hub, Guid TaskForceId, Guid? AgencyId, Guid? SeatId, ReminderKind Kind, Guid SubjectId, int Step, DateOnly DueOn)
{
    /// <summary>What is said once: a text, for a unique index takes empty columns differently on every provider.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{SubjectId:N}:{AgencyId:N}:{SeatId:N}:{Step}:{DueOn:yyyyMMdd}");
}
