using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>Why one party is at the table: what it brings, and what it comes for. In its own words, or as it was recorded for it; they stay here.</summary>
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

    /// <summary>By whoever runs the task force, as they were told; not the agency's own words yet.</summary>
    public bool RecordedByCoordinator { get; private set; }

    public bool SaidByItself => Reason.Length > 0 && !RecordedByCoordinator;

    public static PartyReason Of(TaskForce taskForce, Guid agencyId) => new() { Hub = taskForce.Hub, TaskForceId = taskForce.Id, AgencyId = agencyId };

    /// <summary>An agency's own words are replaced by itself alone.</summary>
    public void Give(string reason, bool own, DateOnly today)
    {
        if (!own && SaidByItself) throw new InvalidOperationException("The agency has said it itself.");

        (Reason, GivenOn, RecordedByCoordinator) = (reason, today, !own);
    }
}
