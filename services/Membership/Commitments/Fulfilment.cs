using ServiceDefaults.Storage;

namespace Membership.Commitments;

/// <summary>Once that an agency did what was pledged: said by itself and confirmed by the coordinator, or counted from what happened.</summary>
public sealed class Fulfilment : Entity
{
    public const int NoteLength = 1000;

    private Fulfilment()
    {
    }

    public Guid TaskForceId { get; private set; }
    public Guid CommitmentId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid TallyId { get; private set; }
    public DateOnly On { get; private set; }
    public FulfilmentSource Source { get; private set; }

    /// <summary>The meeting or training that it is counted from: once for each.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>In the agency's own words. Stays here.</summary>
    public string? Note { get; private set; }

    /// <summary>SHA-256 of what proves it.</summary>
    public string? DocumentDigest { get; private set; }

    public FulfilmentState State { get; private set; }

    /// <summary>When it was confirmed or refused.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public string? RefusalReason { get; private set; }

    internal static Fulfilment Claim(CommitmentTally tally, DateOnly on, string? note, string? documentDigest) =>
        new(tally, on, FulfilmentSource.Evidence) { Note = note, DocumentDigest = documentDigest, State = FulfilmentState.Claimed };

    internal static Fulfilment From(CommitmentTally tally, FulfilmentSource source, Guid sourceId, DateOnly on) =>
        new(tally, on, source) { SourceId = sourceId, State = FulfilmentState.Confirmed };

    internal void Confirm(DateOnly today)
    {
        Guard(FulfilmentState.Claimed);
        (State, AnsweredOn) = (FulfilmentState.Confirmed, today);
    }

    internal void Refuse(string reason, DateOnly today)
    {
        Guard(FulfilmentState.Claimed);
        (State, AnsweredOn, RefusalReason) = (FulfilmentState.Refused, today, reason);
    }

    /// <summary>What it was counted from turned out not to be so.</summary>
    internal void Withdraw()
    {
        Guard(FulfilmentState.Confirmed);
        State = FulfilmentState.Withdrawn;
    }

    internal void Restore()
    {
        Guard(FulfilmentState.Withdrawn);
        State = FulfilmentState.Confirmed;
    }

    private Fulfilment(CommitmentTally tally, DateOnly on, FulfilmentSource source) =>
        (TaskForceId, CommitmentId, AgencyId, TallyId, On, Source) = (tally.TaskForceId, tally.CommitmentId, tally.AgencyId, tally.Id, on, source);

    private void Guard(FulfilmentState needed)
    {
        if (State != needed) throw new InvalidOperationException($"It is {State}, not {needed}.");
    }
}
