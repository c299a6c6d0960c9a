using Membership.Leadership;
using Membership.Seats;

namespace Membership.Handovers;

/// <summary>
/// A kind of thing that seats hold, and that must not be orphaned with one. Every implementation is asked when a seat
/// ends, in the same save.
/// </summary>
internal interface IHandOver
{
    ResponsibilityKind Kind { get; }

    /// <summary>
    /// Gives all that the ended seat holds to <see cref="Handover.To"/>, or leaves it with nobody where there is none; and
    /// records each by <see cref="Handover.Record"/>.
    /// </summary>
    Task HandOverAsync(Handover handover, CancellationToken cancellationToken);

    /// <summary>Gives one thing that was left with nobody to a seat; false where it is gone or somebody's meanwhile.</summary>
    Task<bool> AssignAsync(Guid itemId, Seat seat, Written written, CancellationToken cancellationToken);
}
