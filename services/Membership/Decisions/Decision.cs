using Contracts;
using Contracts.Membership;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Decisions;

/// <summary>
/// What a task force decided: how, who said what, and what came of it. Never changed: whoever thinks better of it
/// decides again. It carries one change, once.
/// </summary>
public sealed class Decision : Entity
{
    public const int QuestionLength = 1000;
    public const int MostBallots = 500;

    private readonly List<Ballot> ballots = [];

    private Decision()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid? MeetingId { get; private set; }
    public DecisionAbout About { get; private set; }

    /// <summary>What it is about, where that exists before it is decided: an application, a protocol's version.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>
    /// Which text of the subject was decided about, by its number; none where nobody knows, or where the subject is never
    /// edited. What was written afterwards, nobody has decided about.
    /// </summary>
    public int? SubjectRevision { get; private set; }

    /// <summary>The committee or work group that decided, for itself; none where the task force did.</summary>
    public Guid? CommitteeId { get; private set; }

    /// <summary>In the task force's own words. Stays here.</summary>
    public string Question { get; private set; } = "";

    public DecisionMethod Method { get; private set; }
    public DateOnly DecidedOn { get; private set; }

    /// <summary>How many could have decided: members who may vote, of the task force or of the committee, or the seats of the core group.</summary>
    public int Entitled { get; private set; }

    /// <summary>How many had to take part.</summary>
    public int Quorum { get; private set; }

    public DecisionResult Result { get; private set; }
    public IReadOnlyList<Ballot> Ballots => ballots;

    /// <summary>What it has carried.</summary>
    public Guid? UsedFor { get; private set; }

    internal static Decision Record(
        TaskForce taskForce, Guid? committeeId, DecidedSubject subject, string question, DecisionMethod method, DateOnly decidedOn, Guid? meetingId,
        int entitled, IReadOnlyCollection<Ballot> ballots)
    {
        var quorum = Quorums.Of(entitled);
        var decision = new Decision
        {
            Hub = taskForce.Hub, TaskForceId = taskForce.Id, CommitteeId = committeeId, About = subject.About, SubjectId = subject.Id,
            SubjectRevision = subject.Revision, Question = question, Method = method, DecidedOn = decidedOn, MeetingId = meetingId, Entitled = entitled, Quorum = quorum, Result = Quorums.Result(method, quorum, ballots),
        };
        decision.ballots.AddRange(ballots);
        decision.Record(new DecisionTaken(taskForce.Id, decision.Id, subject.About, method, decision.Result, decidedOn, meetingId), taskForce.Hub, taskForce.Id);
        return decision;
    }

    /// <summary>Carries a change with it: this one, and no other after it.</summary>
    public void UseFor(Guid changed)
    {
        if (Result != DecisionResult.Carried) throw new InvalidOperationException("Only what was carried changes anything.");
        if (UsedFor is not null) throw new InvalidOperationException("The decision has carried its change.");

        UsedFor = changed;
    }
}

/// <summary>What is decided about: what exists already, and which text of it.</summary>
internal sealed record DecidedSubject(DecisionAbout About, Guid? Id, int? Revision);

/// <summary>What one voter said: a member agency, or in the core group a seat.</summary>
public sealed class Ballot
{
    public required Guid VoterId { get; init; }
    public required BallotChoice Choice { get; init; }
}

/// <summary>Object is a no that a consensus cannot pass over.</summary>
public enum BallotChoice { Yes, No, Abstain, Object }
