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

    internal static PassedResponsibility Pass(Seat from, Seat? to, ResponsibilityKind kind, Guid itemId, DateTimeOffset now) => new()
    {
        Hub = from.Hub, TaskForceId = from.TaskForceId, AgencyId = from.AgencyId, Kind = kind, ItemId = itemId, FromSeatId = from.Id,
        ToSeatId = to?.Id, PassedAt = now,
    };

    public void Assign(Seat seat)
    {
        if (ToSeatId is not null) throw new InvalidOperationException("It is somebody's already.");

        ToSeatId = seat.Id;
    }
}
