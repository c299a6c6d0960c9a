using ServiceDefaults.Storage;

namespace Membership.Committees;

/// <summary>An agency in a committee from when to when, and who sits there for it.</summary>
public sealed class CommitteeMember : Entity
{
    private CommitteeMember()
    {
    }

    public Guid TaskForceId { get; private set; }
    public Guid CommitteeId { get; private set; }
    public Guid AgencyId { get; private set; }

    /// <summary>None where the agency sends whom it can.</summary>
    public Guid? SeatId { get; private set; }

    public DateOnly JoinedOn { get; private set; }
    public DateOnly? LeftOn { get; private set; }

    internal static CommitteeMember Join(Committee committee, Guid agencyId, Guid? seatId, DateOnly on) => new()
    {
        TaskForceId = committee.TaskForceId, CommitteeId = committee.Id, AgencyId = agencyId, SeatId = seatId, JoinedOn = on,
    };

    /// <summary>Whom the agency sends now; nobody by name where none.</summary>
    public void SitBy(Guid? seatId) => SeatId = seatId;

    /// <summary>False, and nothing changes, where it has left.</summary>
    public bool Leave(DateOnly on)
    {
        if (LeftOn is not null) return false;

        LeftOn = on;
        return true;
    }
}
