using Contracts;
using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>The collaborative group; the boundary of membership.</summary>
public sealed class TaskForce : Entity
{
    public const int PurposeLength = 2000;

    private List<FourP> focus = [];

    private TaskForce()
    {
    }

    public string Hub { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The shared purpose, in the task force's own words. Stays here.</summary>
    public string Purpose { get; private set; } = "";

    public Formality Formality { get; private set; }
    public TaskForceModel Model { get; private set; }

    /// <summary>Those of the four Ps that it works on.</summary>
    public IReadOnlyList<FourP> Focus { get => focus; private set => focus = [.. value]; }

    public static TaskForce Form(
        string hub, string name, string purpose, Formality formality, TaskForceModel model, IEnumerable<FourP> focus)
    {
        var taskForce = new TaskForce
        {
            Hub = hub, Name = name, Purpose = purpose, Formality = formality, Model = model, Focus = [.. focus.Distinct().Order()],
        };
        taskForce.Record(new TaskForceFormed(taskForce.Id, hub, name, formality, model), hub, taskForce.Id);
        return taskForce;
    }
}
