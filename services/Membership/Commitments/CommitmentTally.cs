using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.Commitments;

/// <summary>How often an agency did in one period what was pledged. Of two who count at the same moment, its version lets one in.</summary>
public sealed class CommitmentTally : Entity
{
    private CommitmentTally()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid CommitmentId { get; private set; }
    public Guid AgencyId { get; private set; }
    public DateOnly FirstDay { get; private set; }
    public DateOnly LastDay { get; private set; }
    public int Fulfilled { get; private set; }

    /// <summary>Said by the agency, and not confirmed yet.</summary>
    public int Claimed { get; private set; }

    /// <summary>That it was fulfilled has been told, once.</summary>
    public bool Told { get; private set; }

    internal static CommitmentTally Begin(Commitment commitment, Guid agencyId, DueSpan span) => new()
    {
        Hub = commitment.Hub, TaskForceId = commitment.TaskForceId, CommitmentId = commitment.Id, AgencyId = agencyId,
        FirstDay = span.First, LastDay = span.Last,
    };

    /// <summary>What is due once was given more time, or less.</summary>
    internal void LastsUntil(DateOnly day) => LastDay = day;

    internal void Claim() => Claimed++;

    internal void Unclaim() => Claimed--;

    internal void Count(Commitment commitment)
    {
        Fulfilled++;
        if (Told || Fulfilled < commitment.CountDue) return;

        Told = true;
        Record(new CommitmentFulfilled(TaskForceId, CommitmentId, AgencyId, commitment.Kind, FirstDay, LastDay), Hub, TaskForceId);
    }

    internal void Uncount() => Fulfilled--;
}
