using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>A member's word that it will uphold a version of the guiding principles.</summary>
public sealed class PrincipleAcknowledgement : Entity
{
    private PrincipleAcknowledgement()
    {
    }

    public Guid PrinciplesId { get; private init; }
    public Guid AgencyId { get; private init; }
    public DateOnly AcknowledgedOn { get; private init; }

    /// <summary>Who gave it, where somebody in a seat did.</summary>
    public Guid? SeatId { get; private init; }

    internal static PrincipleAcknowledgement Give(GuidingPrinciples principles, Guid agencyId, Guid? seatId, DateOnly today) => new()
    {
        PrinciplesId = principles.Id, AgencyId = agencyId, SeatId = seatId, AcknowledgedOn = today,
    };
}
