namespace CaseReferral.Clients;

/// <summary>Somebody of the holding agency who needs to know this client.</summary>
public sealed class CaseTeamMember
{
    public Guid ClientId { get; init; }

    /// <summary>The <c>sub</c> of the member's tokens.</summary>
    public required string Subject { get; init; }

    /// <summary>The seat in which the member acts, where the token named one: with the seat ends the place on the team.</summary>
    public Guid? SeatId { get; init; }

    public required DateTimeOffset Since { get; init; }
}
