using ServiceDefaults.Access;

namespace Membership.TaskForces;

/// <summary>The roles by what they do in a task force; the resource's own check says in which one.</summary>
internal static class TaskForceRoles
{
    /// <summary>Those who take part in its affairs. Who only reads figures or the audit does not.</summary>
    public static readonly string[] Participants =
    [
        Roles.HubAdmin, Roles.Coordinator, Roles.CoreGroup, Roles.AgencyAdmin, Roles.Supervisor, Roles.CaseWorker, Roles.Investigator,
        Roles.Prosecutor, Roles.Trainer,
    ];

    /// <summary>Those who run it.</summary>
    public static readonly string[] Runs = [Roles.HubAdmin, Roles.Coordinator];

    /// <summary>Those who record and carry out what it decided.</summary>
    public static readonly string[] Decides = [Roles.Coordinator, Roles.CoreGroup];
}
