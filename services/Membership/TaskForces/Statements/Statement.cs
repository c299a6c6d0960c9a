using Membership.Decisions;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

public enum StatementState { Draft, Adopted, Superseded }

/// <summary>
/// Words that a task force gives itself, version by version: drafted, adopted by a decision, superseded by the next that
/// is adopted. What was adopted is never changed.
/// </summary>
public abstract class Statement : Entity
{
    private protected Statement()
    {
    }

    public string Hub { get; protected init; } = "";
    public Guid TaskForceId { get; protected init; }

    /// <summary>1, 2, 3… within the task force.</summary>
    public int Number { get; protected init; }

    public DateOnly DraftedOn { get; protected init; }
    public StatementState State { get; private set; }

    /// <summary>The task force, while this version is in force: at most one is, also when two are adopted at the same moment.</summary>
    public Guid? InForceFor { get; private set; }

    public DateOnly? AdoptedOn { get; private set; }
    public Guid? DecisionId { get; private set; }

    /// <param name="present">The version that is in force until then.</param>
    internal void Adopt(Decision decision, Statement? present)
    {
        if (State != StatementState.Draft) throw new InvalidOperationException("Only a draft is adopted.");

        decision.UseFor(Id);
        (State, AdoptedOn, DecisionId) = (StatementState.Adopted, decision.DecidedOn, decision.Id);
        InForceFor = TaskForceId;
        if (present is not null) (present.State, present.InForceFor) = (StatementState.Superseded, null);
    }
}
