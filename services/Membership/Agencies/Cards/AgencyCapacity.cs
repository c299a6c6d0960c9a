using Contracts;

namespace Membership.Agencies.Cards;

/// <summary>How much of something an agency has, and how much of it was free when somebody last looked.</summary>
public sealed class AgencyCapacity
{
    /// <summary>Confirmed longer ago than this, a number says little.</summary>
    public const int StaleAfterDays = 7;

    private AgencyCapacity()
    {
    }

    internal AgencyCapacity(Guid agencyId, CapacityKind kind) => (AgencyId, Kind) = (agencyId, kind);

    public Guid AgencyId { get; private set; }
    public CapacityKind Kind { get; private set; }
    public int Total { get; private set; }
    public int Available { get; private set; }
    public DateOnly ConfirmedOn { get; private set; }

    public bool IsStale(DateOnly today) => ConfirmedOn.AddDays(StaleAfterDays) < today;

    internal void Confirm(int total, int available, DateOnly today) => (Total, Available, ConfirmedOn) = (total, available, today);
}
