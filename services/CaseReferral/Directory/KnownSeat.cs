namespace CaseReferral.Directory;

/// <summary>A seat of an agency in a task force, as Membership's events told it. Ended ones stay known: a fact told again does nothing.</summary>
public sealed class KnownSeat
{
    public required Guid SeatId { get; init; }
    public required Guid TaskForceId { get; init; }
    public required Guid AgencyId { get; init; }
    public bool Ended { get; set; }

    /// <summary>Since when the person in it is new as the agency's contact, and is still being shown how things are done.</summary>
    public DateOnly? NewSince { get; set; }
}
