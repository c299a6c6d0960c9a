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
    public DateOnly AcknowledgedOn { get; private set; }

    /// <summary>Who gave it, where somebody in a seat did.</summary>
    public Guid? SeatId { get; private set; }

    /// <summary>By whoever runs the task force, as they were told; not the member's own word yet.</summary>
    public bool RecordedByCoordinator { get; private set; }

    internal static PrincipleAcknowledgement Give(GuidingPrinciples principles, Guid agencyId, DateOnly today) => new()
    {
        PrinciplesId = principles.Id, AgencyId = agencyId, RecordedByCoordinator = true, AcknowledgedOn = today,
    };

    /// <summary>By the member itself, also over what was recorded for it.</summary>
    public PrincipleAcknowledgement InOwnWord(Guid? seatId, DateOnly today)
    {
        (SeatId, RecordedByCoordinator, AcknowledgedOn) = (seatId, false, today);
        return this;
    }
}
