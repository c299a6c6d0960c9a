using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>Something the task force set itself, and may celebrate: the first case answered together, a gap filled, a training held.</summary>
public sealed class Milestone : Entity
{
    public const int NoteLength = 1000;

    private Milestone()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public string Title { get; private set; } = "";
    public string? Note { get; private set; }
    public DateOnly? TargetOn { get; private set; }
    public DateOnly? ReachedOn { get; private set; }

    public static Milestone Set(TaskForce taskForce, string title, string? note, DateOnly? targetOn)
    {
        var milestone = new Milestone { Hub = taskForce.Hub, TaskForceId = taskForce.Id };
        milestone.Change(title, note, targetOn);
        return milestone;
    }

    public void Change(string title, string? note, DateOnly? targetOn)
    {
        if (ReachedOn is not null) throw new InvalidOperationException("What was reached stays as it was.");

        (Title, Note, TargetOn) = (title, note, targetOn);
    }

    public void Reach(DateOnly on)
    {
        if (ReachedOn is not null) throw new InvalidOperationException("It was reached before.");

        ReachedOn = on;
        Record(new MilestoneReached(TaskForceId, Id, on), Hub, TaskForceId);
    }
}
