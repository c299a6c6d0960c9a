namespace CaseReferral.Clients;

/// <summary>Somebody of the holding agency who needs to know this client.</summary>
public sealed class CaseTeamMember
{
    public Guid ClientId { get; init; }

    /// <summary>The <c>sub</c> of the member's tokens.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset Since { get; init; }
}
