using ServiceDefaults.Storage;

namespace Membership.SelfAssessment;

/// <summary>A time in which the members say where they see the task force, by one version of its framework.</summary>
public sealed class AssessmentRound : Entity
{
    private AssessmentRound()
    {
    }

    public Guid TaskForceId { get; private set; }

    /// <summary>1, 2, 3… within the task force.</summary>
    public int Number { get; private set; }

    public Guid FrameworkId { get; private set; }
    public Framework Framework { get; private set; } = null!;
    public DateOnly OpensOn { get; private set; }
    public DateOnly ClosesOn { get; private set; }

    internal static AssessmentRound Plan(Framework framework, int number, DateOnly opensOn, DateOnly closesOn) => new()
    {
        TaskForceId = framework.TaskForceId, Number = number, FrameworkId = framework.Id, Framework = framework, OpensOn = opensOn, ClosesOn = closesOn,
    };

    /// <summary>Gives more time, or less.</summary>
    public void CloseOn(DateOnly day) => ClosesOn = day;

    public RoundState StateOn(DateOnly day) => day < OpensOn ? RoundState.Planned : day > ClosesOn ? RoundState.Closed : RoundState.Open;
}
