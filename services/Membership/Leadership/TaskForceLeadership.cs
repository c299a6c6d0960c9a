using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Leadership;

/// <summary>
/// A task force's leadership as a whole, which every change of an arrangement or position raises: of two who change it at
/// the same moment one is refused, so no two changes that each are right leave a leadership that is not.
/// </summary>
public sealed class TaskForceLeadership : Entity
{
    private TaskForceLeadership()
    {
    }

    public Guid TaskForceId { get; private set; }

    /// <summary>How many arrangements were drafted.</summary>
    public int Drafted { get; private set; }

    public int Changes { get; private set; }

    internal static TaskForceLeadership Of(TaskForce taskForce) => new() { TaskForceId = taskForce.Id };

    public int NextNumber() => ++Drafted;

    public void Change() => Changes++;
}
