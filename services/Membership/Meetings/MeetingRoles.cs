using Membership.TaskForces;
using ServiceDefaults.Access;

namespace Membership.Meetings;

internal static class MeetingRoles
{
    /// <summary>Who records what happened at a meeting: the coordinator, or a secretary from the core group.</summary>
    public static readonly string[] Records = [.. TaskForceRoles.Runs, Roles.CoreGroup];
}
