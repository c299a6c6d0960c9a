using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.Protocols.Acknowledgements;

/// <summary>Asked for, given, or released because the person no longer sits there or is no longer named.</summary>
public enum AcknowledgementState { Asked, Given, Released }

/// <summary>Who said so: the person, or the agency's administrator for the person.</summary>
public enum AcknowledgedBy { Person, AgencyAdmin }

/// <summary>That one person knows what one version of a protocol asks of that person.</summary>
public sealed class Acknowledgement : Entity
{
    private Acknowledgement()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid ProtocolId { get; private set; }
    public Guid VersionId { get; private set; }
    public int VersionNumber { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid SeatId { get; private set; }
    public AcknowledgementState State { get; private set; }
    public DateOnly AskedOn { get; private set; }
    public DateOnly? GivenOn { get; private set; }
    public AcknowledgedBy? GivenBy { get; private set; }

    /// <summary>The version for which it was given, where nothing that the person does has changed since.</summary>
    public int? CarriedFrom { get; private set; }

    internal static Acknowledgement Ask(ProtocolVersion version, Guid agencyId, Guid seatId, DateOnly today) => new()
    {
        Hub = version.Hub, TaskForceId = version.TaskForceId, ProtocolId = version.ProtocolId, VersionId = version.Id,
        VersionNumber = version.Number, AgencyId = agencyId, SeatId = seatId, AskedOn = today,
    };

    /// <summary>For the next version, whose steps ask nothing new of this person.</summary>
    internal Acknowledgement CarryTo(ProtocolVersion version)
    {
        var carried = Ask(version, AgencyId, SeatId, AskedOn);
        (carried.State, carried.GivenOn, carried.GivenBy, carried.CarriedFrom) = (State, GivenOn, GivenBy, State == AcknowledgementState.Given ? CarriedFrom ?? VersionNumber : null);
        return carried;
    }

    internal void Give(AcknowledgedBy by, DateOnly today)
    {
        if (State != AcknowledgementState.Asked) throw new InvalidOperationException("It is not asked for.");

        (State, GivenBy, GivenOn) = (AcknowledgementState.Given, by, today);
        Record(new ProtocolAcknowledged(ProtocolId, VersionNumber, TaskForceId, AgencyId, SeatId, today), Hub, TaskForceId);
    }

    internal void Release()
    {
        if (State == AcknowledgementState.Asked) State = AcknowledgementState.Released;
    }

    /// <summary>The version asks something new of the person, or names the person again.</summary>
    internal void AskAgain(DateOnly today)
    {
        if (State == AcknowledgementState.Asked) return;
        (State, AskedOn, GivenOn, GivenBy, CarriedFrom) = (AcknowledgementState.Asked, today, null, null, null);
    }
}
