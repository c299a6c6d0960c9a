using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Meetings.ActionItems;

public enum ActionItemState { Open, Done, Dropped }

/// <summary>What an agency took on, by when. Each verb is false, and changes nothing, where the state does not allow it.</summary>
public sealed class ActionItem : Entity
{
    public const int TitleLength = 500;
    public const int ReasonLength = 1000;

    private readonly List<FormerOwner> formerOwners = [];

    private ActionItem()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public string Title { get; private set; } = "";
    public Guid OwnerAgencyId { get; private set; }
    public Guid? OwnerSeatId { get; private set; }

    /// <summary>Who had taken it on has left, and nobody stood in: the agency must name somebody.</summary>
    public bool NeedsOwner { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The day from which the owner counts as its owner, for participation over time.</summary>
    public DateOnly AssignedOn { get; private set; }

    /// <summary>Who had taken it on before: that it was passed on takes nothing from what they took on then.</summary>
    public IReadOnlyList<FormerOwner> FormerOwners => formerOwners;

    /// <summary>The meeting, and the item of its agenda, that it comes from.</summary>
    public Guid? MeetingId { get; private set; }
    public Guid? AgendaItemId { get; private set; }

    public ActionItemState State { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it was dropped; what was done.</summary>
    public string? Reason { get; private set; }

    internal static ActionItem Assign(
        TaskForce taskForce, string title, Guid ownerAgencyId, Guid? ownerSeatId, DateOnly dueOn, Guid? meetingId, Guid? agendaItemId, DateOnly on) => new()
        {
            Hub = taskForce.Hub, TaskForceId = taskForce.Id, Title = title, OwnerAgencyId = ownerAgencyId, OwnerSeatId = ownerSeatId, DueOn = dueOn,
            MeetingId = meetingId, AgendaItemId = agendaItemId, AssignedOn = on,
        };

    /// <summary>Another wording, owner or day.</summary>
    public bool Replace(string title, Guid ownerAgencyId, Guid? ownerSeatId, DateOnly dueOn, DateOnly on)
    {
        if (State != ActionItemState.Open) return false;
        if (ownerAgencyId != OwnerAgencyId)
        {
            // On the same day it was a mistake, and nobody had taken it on.
            if (AssignedOn < on) formerOwners.Add(new FormerOwner { AgencyId = OwnerAgencyId, AssignedOn = AssignedOn });
            AssignedOn = on;
        }

        (Title, OwnerAgencyId, OwnerSeatId, DueOn) = (title, ownerAgencyId, ownerSeatId, dueOn);
        NeedsOwner = NeedsOwner && ownerSeatId is null;
        return true;
    }

    public bool Complete(string? whatWasDone, DateOnly on) => Close(ActionItemState.Done, whatWasDone, on);

    public bool Drop(string reason, DateOnly on) => Close(ActionItemState.Dropped, reason, on);

    /// <summary>Who had taken it on has left: the alternate takes over, or the agency must name somebody.</summary>
    internal void HandOver(Guid? toSeatId) => (OwnerSeatId, NeedsOwner) = (toSeatId, toSeatId is null);

    private bool Close(ActionItemState state, string? reason, DateOnly on)
    {
        if (State != ActionItemState.Open) return false;
        (State, Reason, ClosedOn) = (state, reason, on);
        return true;
    }
}

/// <summary>An agency that had taken an action item on, from that day.</summary>
public sealed class FormerOwner
{
    public Guid ActionItemId { get; private set; }
    public required Guid AgencyId { get; init; }
    public required DateOnly AssignedOn { get; init; }
}
