using Membership.Seats;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Committees;

/// <summary>A committee stands; a work group has a task, and a day on which it ends.</summary>
public enum CommitteeKind { Committee, WorkGroup }

public enum CommitteeState { Active, Ended }

/// <summary>How it ended. TimeUp: its day came, and the task was not reported done.</summary>
public enum CommitteeEndReason { TaskDone, TimeUp, Dissolved }

/// <summary>A part of the task force that works on something of its own.</summary>
public sealed class Committee : Entity
{
    public const int PurposeLength = 2000;
    public const int MostMembers = 100;

    private readonly List<CommitteeChair> chairs = [];

    private Committee()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public CommitteeKind Kind { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>A committee's purpose, or a work group's task. Stays here.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>None while the chair is vacant, or nobody has been chosen yet.</summary>
    public Guid? ChairSeatId { get; private set; }

    /// <summary>From when the present chair has it, or nobody.</summary>
    public DateOnly ChairSince { get; private set; }

    /// <summary>Everybody who had the chair.</summary>
    public IReadOnlyList<CommitteeChair> Chairs => chairs;

    public DateOnly FormedOn { get; private set; }

    /// <summary>A work group's last day.</summary>
    public DateOnly? EndsOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }
    public CommitteeEndReason? EndReason { get; private set; }

    public CommitteeState State => EndedOn is null ? CommitteeState.Active : CommitteeState.Ended;

    internal static Committee Form(
        TaskForce taskForce, CommitteeKind kind, string name, string purpose, Seat? chair, DateOnly formedOn, DateOnly? endsOn)
    {
        var committee = new Committee
        {
            Hub = taskForce.Hub, TaskForceId = taskForce.Id, Kind = kind, Name = name, Purpose = purpose, FormedOn = formedOn,
            ChairSince = formedOn, EndsOn = endsOn,
        };
        committee.GiveChair(chair, formedOn);
        return committee;
    }

    /// <summary>Its day has come, and nobody has said that the task is done.</summary>
    public bool IsOverdue(DateOnly today) => Kind == CommitteeKind.WorkGroup && (EndReason == CommitteeEndReason.TimeUp || (EndedOn is null && EndsOn < today));

    /// <summary>Active until its day, whether or not the watch has been by.</summary>
    public CommitteeState StateOn(DateOnly today) => EndedOn is not null || EndsOn < today ? CommitteeState.Ended : CommitteeState.Active;

    public void Describe(string name, string purpose) => (Name, Purpose) = (name, purpose);

    /// <summary>To a seat or, where there is none, to nobody. <see cref="Chairs"/> must be loaded.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool GiveChair(Seat? seat, DateOnly on)
    {
        if (ChairSeatId == seat?.Id) return false;

        foreach (var former in chairs.Where(chair => chair.EndedOn is null)) former.EndedOn = on;
        if (seat is not null) chairs.Add(new CommitteeChair { SeatId = seat.Id, AgencyId = seat.AgencyId, From = on });
        (ChairSeatId, ChairSince) = (seat?.Id, on);
        return true;
    }

    /// <summary>A work group's day is moved, also after it came: what was not done may need longer.</summary>
    public void Extend(DateOnly endsOn) => (EndsOn, EndedOn, EndReason) = (endsOn, null, null);

    public void End(CommitteeEndReason reason, DateOnly on) => (EndedOn, EndReason) = (on, reason);
}

/// <summary>Who had a committee's chair from when to when.</summary>
public sealed class CommitteeChair
{
    public required Guid SeatId { get; init; }
    public required Guid AgencyId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? EndedOn { get; internal set; }
}
