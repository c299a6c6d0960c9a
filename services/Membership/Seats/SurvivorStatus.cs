using ServiceDefaults.Storage;

namespace Membership.Seats;

/// <summary>Who may see what a person recorded about being a survivor.</summary>
public enum SurvivorVisibility { Nobody, CoreGroup, TaskForce, Hub }

/// <summary>
/// That the person in a seat is a survivor. Nobody asks for it and nobody else records it: the row is there only at the
/// person's own request, in a table of its own so that it can be gone altogether. It tells no other part of the
/// service, no event and no log that it exists.
/// </summary>
public sealed class SurvivorStatus : Entity
{
    private SurvivorStatus()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid SeatId { get; private set; }
    public SurvivorVisibility VisibleTo { get; private set; }

    public static SurvivorStatus Record(Seat seat, SurvivorVisibility visibleTo) =>
        new() { Hub = seat.Hub, TaskForceId = seat.TaskForceId, SeatId = seat.Id, VisibleTo = visibleTo };

    public void Show(SurvivorVisibility visibleTo) => VisibleTo = visibleTo;
}
