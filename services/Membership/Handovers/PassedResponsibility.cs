using Membership.Seats;
using ServiceDefaults.Storage;

namespace Membership.Handovers;

/// <summary>What a seat can hold.</summary>
public enum ResponsibilityKind { ActionItem, SpeakingSponsor, ProtocolStep, LeadershipPosition, CommitteeChair, Commitment }

/// <summary>Something that an ended seat held: whose it is now, or that it waits for somebody.</summary>
public sealed class PassedResponsibility : Entity
{
    private PassedResponsibility()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public ResponsibilityKind Kind { get; private set; }
    public Guid ItemId { get; private set; }
    public Guid FromSeatId { get; private set; }

    /// <summary>Whose it is now; null while it is flagged.</summary>
    public Guid? ToSeatId { get; private set; }

    public DateTimeOffset PassedAt { get; private set; }

    /// <summary>When somebody took over what was flagged.</summary>
    public DateTimeOffset? AssignedAt { get; private set; }

    /// <summary>When it was dismissed, as settled otherwise.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Waits for somebody.</summary>
    public bool IsFlagged => ToSeatId is null && ClosedAt is null;

    internal static PassedResponsibility Pass(Seat from, Seat? to, ResponsibilityKind kind, Guid itemId, DateTimeOffset now) => new()
    {
        Hub = from.Hub, TaskForceId = from.TaskForceId, AgencyId = from.AgencyId, Kind = kind, ItemId = itemId, FromSeatId = from.Id,
        ToSeatId = to?.Id, PassedAt = now,
    };

    public void Assign(Seat seat, DateTimeOffset now)
    {
        Guard();
        (ToSeatId, AssignedAt) = (seat.Id, now);
    }

    public void Close(DateTimeOffset now)
    {
        Guard();
        ClosedAt = now;
    }

    private void Guard()
    {
        if (!IsFlagged) throw new InvalidOperationException("It waits for nobody.");
    }
}
