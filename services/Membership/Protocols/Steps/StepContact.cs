namespace Membership.Protocols.Steps;

/// <summary>Whom a step calls: an agency, and where it names one a seat there. Place 0 is the primary, 1, 2… are the backups in order.</summary>
public sealed class StepContact
{
    private StepContact()
    {
    }

    public Guid Id { get; private set; }
    public Guid StepId { get; private set; }
    public Guid VersionId { get; private set; }
    public Guid TaskForceId { get; private set; }
    public int Place { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid? SeatId { get; private set; }

    /// <summary>The seat that was named first and has ended: its alternate stands in, or nobody does yet.</summary>
    public Guid? PassedFromSeatId { get; private set; }

    public bool IsWithNobody => SeatId is null && PassedFromSeatId is not null;

    internal static StepContact Of(ProtocolVersion version, ResponseStep step, int place, Guid agencyId, Guid? seatId) => new()
    {
        Id = ServiceDefaults.Storage.Entity.NewId(), StepId = step.Id, VersionId = version.Id, TaskForceId = version.TaskForceId,
        Place = place, AgencyId = agencyId, SeatId = seatId,
    };

    /// <summary>To the alternate, or to nobody: the agency as such is called then.</summary>
    internal void Pass(Guid? toSeatId) => (PassedFromSeatId, SeatId) = (SeatId ?? PassedFromSeatId, toSeatId);

    internal void Assign(Guid seatId) => SeatId = seatId;
}
