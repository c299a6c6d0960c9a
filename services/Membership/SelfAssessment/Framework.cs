using System.Text.Json;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.SelfAssessment;

/// <summary>A version of the framework that a task force looks at itself by. Never changed: another is loaded beside it.</summary>
public sealed class Framework : Entity
{
    private FrameworkContent? read;

    private Framework()
    {
    }

    public Guid TaskForceId { get; private set; }

    /// <summary>1, 2, 3… within the task force.</summary>
    public int Number { get; private set; }

    public DateOnly LoadedOn { get; private set; }

    /// <summary>As JSON: it is only ever read whole.</summary>
    public string Text { get; private set; } = "";

    public FrameworkContent Content => read ??= JsonSerializer.Deserialize<FrameworkContent>(Text, FrameworkContent.Json)!;

    internal static Framework Load(TaskForce taskForce, int number, FrameworkContent content, DateOnly today) => new()
    {
        TaskForceId = taskForce.Id, Number = number, LoadedOn = today, Text = JsonSerializer.Serialize(content, FrameworkContent.Json),
    };
}
