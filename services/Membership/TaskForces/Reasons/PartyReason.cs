using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>Why one party is at the table: what it brings, and what it comes for. In its own words, which stay here.</summary>
public sealed class PartyReason : Entity
{
    public const int Length = 2000;

    private PartyReason()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public string Reason { get; private set; } = "";
    public DateOnly GivenOn { get; private set; }

    public static PartyReason Of(TaskForce taskForce, Guid agencyId) => new() { Hub = taskForce.Hub, TaskForceId = taskForce.Id, AgencyId = agencyId };

    public void Give(string reason, DateOnly today) => (Reason, GivenOn) = (reason, today);
}
