using Contracts;
using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.Reminders;

/// <summary>A gentle reminder: said once for each step, kept until whoever it reminds puts it aside, or what it is about is settled.</summary>
public sealed class Reminder : Entity
{
    public const int KeyLength = 200;

    private Reminder()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid? AgencyId { get; private set; }
    public Guid? SeatId { get; private set; }
    public ReminderKind Kind { get; private set; }
    public Guid SubjectId { get; private set; }
    public int Step { get; private set; }
    public DateOnly DueOn { get; private set; }

    /// <summary>By which it is raised once.</summary>
    public string Key { get; private set; } = "";

    public DateOnly RaisedOn { get; private set; }
    public DateTimeOffset? DismissedAt { get; private set; }

    internal static Reminder Raise(DueReminder due, DateOnly today)
    {
        var reminder = new Reminder
        {
            Hub = due.Hub, TaskForceId = due.TaskForceId, AgencyId = due.AgencyId, SeatId = due.SeatId, Kind = due.Kind,
            SubjectId = due.SubjectId, Step = due.Step, DueOn = due.DueOn, Key = due.Key, RaisedOn = today,
        };
        reminder.Record(
            new ReminderRaised(reminder.Id, due.TaskForceId, due.AgencyId, due.SeatId, due.Kind, due.SubjectId, due.Step, due.DueOn),
            due.Hub, due.TaskForceId);
        return reminder;
    }

    public void Dismiss(DateTimeOffset now) => DismissedAt ??= now;
}
