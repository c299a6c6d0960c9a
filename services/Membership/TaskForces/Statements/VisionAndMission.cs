namespace Membership.TaskForces;

/// <summary>What the task force sees ahead, and what it does about it.</summary>
public sealed class VisionAndMission : Statement
{
    public const int Length = 2000;

    private VisionAndMission()
    {
    }

    public string Vision { get; private init; } = "";
    public string Mission { get; private init; } = "";

    public static VisionAndMission Draft(TaskForce taskForce, int number, string vision, string mission, DateOnly today) => new()
    {
        Hub = taskForce.Hub, TaskForceId = taskForce.Id, Number = number, Vision = vision, Mission = mission, DraftedOn = today,
    };
}
