using ServiceDefaults.Storage;

namespace Membership.SelfAssessment;

/// <summary>Where an agency sees one element in one round. A stage is a place, not a mark: nothing is ever reckoned from it.</summary>
public sealed class AssessmentAnswer : Entity
{
    public const int TextLength = 2000;

    private AssessmentAnswer()
    {
    }

    public Guid TaskForceId { get; private set; }
    public Guid RoundId { get; private set; }
    public string ElementCode { get; private set; } = "";
    public Guid AgencyId { get; private set; }

    /// <summary>Who answered for the agency, where the token names a seat.</summary>
    public Guid? SeatId { get; private set; }

    public int Stage { get; private set; }

    /// <summary>What it is seen by. Stays here.</summary>
    public string Evidence { get; private set; } = "";

    public Direction Direction { get; private set; }
    public string? NextStep { get; private set; }
    public DateOnly GivenOn { get; private set; }

    internal static AssessmentAnswer Give(AssessmentRound round, string elementCode, Guid agencyId) =>
        new() { TaskForceId = round.TaskForceId, RoundId = round.Id, ElementCode = elementCode, AgencyId = agencyId };

    internal void Say(int stage, string evidence, Direction direction, string? nextStep, Guid? seatId, DateOnly today) =>
        (Stage, Evidence, Direction, NextStep, SeatId, GivenOn) = (stage, evidence, direction, nextStep, seatId, today);
}
