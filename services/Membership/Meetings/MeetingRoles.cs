using Membership.TaskForces;
using ServiceDefaults.Access;

namespace Membership.Meetings;

internal static class MeetingRoles
{
    /// <summary>Who records what happened at a meeting: the coordinator, or a secretary from the core group.</summary>
    public static readonly string[] Records = [.. TaskForceRoles.Runs, Roles.CoreGroup];

    /// <summary>Who speaks for an agency.</summary>
    public static readonly string[] ForAgency =
        [Roles.AgencyAdmin, Roles.Supervisor, Roles.CaseWorker, Roles.Investigator, Roles.Prosecutor, Roles.Trainer];

    /// <summary>Who does things for an agency: its own people, or whoever runs the task force.</summary>
    public static readonly string[] OfAgencyOrRuns = [.. TaskForceRoles.Runs, .. ForAgency];
}
