namespace Membership.TaskForces;

/// <summary>What all members are expected to uphold, such as being victim-centered and trauma-informed.</summary>
public sealed class GuidingPrinciples : Statement
{
    public const int Length = 500;
    public const int Most = 20;

    private List<string> principles = [];

    private GuidingPrinciples()
    {
    }

    public IReadOnlyList<string> Principles { get => principles; private init => principles = [.. value]; }

    public static GuidingPrinciples Draft(TaskForce taskForce, int number, IEnumerable<string> principles, DateOnly today) => new()
    {
        Hub = taskForce.Hub, TaskForceId = taskForce.Id, Number = number, Principles = [.. principles], DraftedOn = today,
    };
}
