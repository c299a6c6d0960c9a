using System.Linq.Expressions;
using Contracts;
using ServiceDefaults.Access;

namespace Identity.Clients;

/// <summary>What a client may be, and who may see, make and end which: the resource rules of the admin API, all in this place.</summary>
internal static class ClientRules
{
    private static readonly string[] PlatformRoles = [Roles.PlatformAdmin, Roles.Ops, Roles.Service];

    private static readonly string[] AgencyRoles =
        [Roles.AgencyAdmin, Roles.Supervisor, Roles.CaseWorker, Roles.Investigator, Roles.Prosecutor, Roles.Trainer, Roles.Analyst];

    /// <summary>What a hub's office may give out to people of no agency.</summary>
    private static readonly string[] HubRoles = [Roles.Coordinator, Roles.Analyst, Roles.Funder];

    /// <summary>
    /// What it may give out in an agency: whoever reads clients or an agency's own figures is named by that agency's
    /// administrator, or the hub's office could make itself a shelter's case worker.
    /// </summary>
    private static readonly string[] AgencysFirst = [Roles.AgencyAdmin, Roles.CoreGroup];

    private static readonly string[] NeedAnAgency =
        [Roles.AgencyAdmin, Roles.Supervisor, Roles.CaseWorker, Roles.Investigator, Roles.Prosecutor];

    private static readonly string[] NeedATaskForce = [Roles.Coordinator, Roles.CoreGroup];

    private static readonly Dictionary<string, AgencyClass> ClassOfRole = new()
    {
        [Roles.CaseWorker] = AgencyClass.VictimServices,
        [Roles.Investigator] = AgencyClass.LawEnforcement,
        [Roles.Prosecutor] = AgencyClass.Prosecution,
    };

    /// <summary>The first thing in it that does not fit the rest, by field; null where all does.</summary>
    public static (string Field, string Message)? Inconsistency(ClientGrant grant)
    {
        var roles = grant.Roles;
        if (roles.FirstOrDefault(role => !Roles.All.Contains(role)) is not null) return ("roles", "Use roles of the platform's list.");
        if (roles.Distinct().Count() != roles.Count) return ("roles", "Name each role once.");
        if (grant.AgencyId is null != grant.AgencyClass is null) return ("agencyClass", "Give an agency's id and its class together.");
        if (grant.AgencyId is not null && grant.Hub is null) return ("hub", "Say in which hub the agency acts.");
        if (grant.TaskForceId is not null && grant.Hub is null) return ("hub", "Say which hub hosts the task force.");
        if (grant.SeatId is not null && (grant.AgencyId is null || grant.TaskForceId is null))
            return ("seatId", "A seat is an agency's in a task force: give both.");

        // Whoever runs the platform sees no case, so no token carries both.
        if (roles.Any(PlatformRoles.Contains))
        {
            if (roles.Any(role => !PlatformRoles.Contains(role) && role != Roles.DataProtection))
                return ("roles", "A platform role goes with no other but data-protection.");
            if (grant.Hub is not null || grant.AgencyId is not null || grant.TaskForceId is not null)
                return ("roles", "A platform role belongs to no hub, agency or task force.");
        }

        if (roles.Contains(Roles.HubAdmin) && (grant.Hub is null || grant.AgencyId is not null))
            return ("hub", "A hub's administrator belongs to one hub, and to no agency.");
        // The audit tells when every provider took in a client, though not whom: nobody of another agency may learn that.
        if (roles.Contains(Roles.DataProtection) && (grant.AgencyId is not null || grant.TaskForceId is not null))
            return ("roles", "Data protection stands apart from every agency and task force.");
        if (roles.Any(NeedAnAgency.Contains) && grant.AgencyId is null) return ("agencyId", "These roles are held in an agency.");
        if (roles.Any(NeedATaskForce.Contains) && grant.TaskForceId is null) return ("taskForceId", "These roles are held in a task force.");
        // Membership asks its seats who is in the core group: without one the role opens nothing.
        if (roles.Contains(Roles.CoreGroup) && grant.SeatId is null) return ("seatId", "core-group is held in a seat of the core group.");
        return roles.Any(role => ClassOfRole.TryGetValue(role, out var needed) && needed != grant.AgencyClass)
            ? ("roles", "case-worker is for VictimServices, investigator for LawEnforcement, prosecutor for Prosecution.")
            : null;
    }

    /// <summary>Whether the caller may make, change and end a client like this.</summary>
    public static bool MayManage(Caller caller, ClientGrant grant) =>
        caller.Is(Roles.PlatformAdmin)
        || (caller.Is(Roles.HubAdmin) && caller.Hub is not null && grant.Hub == caller.Hub
            && grant.Roles.All(grant.AgencyId is null ? HubRoles.Contains : AgencysFirst.Contains))
        || (caller.Is(Roles.AgencyAdmin) && caller.AgencyId is not null && grant.AgencyId == caller.AgencyId
            && grant.AgencyClass == caller.AgencyClass && grant.Hub == caller.Hub && grant.Roles.All(AgencyRoles.Contains));

    /// <summary>Which clients the caller may know of; the others are answered like none.</summary>
    public static Expression<Func<Client, bool>> VisibleTo(Caller caller)
    {
        var all = caller.Is(Roles.PlatformAdmin);
        var hub = caller.Is(Roles.HubAdmin) ? caller.Hub : null;
        var agency = caller.Is(Roles.AgencyAdmin) ? caller.AgencyId : null;
        var agencyHub = caller.Hub;
        return client => client.RemovedAt == null
            && (all || (hub != null && client.Hub == hub) || (agency != null && client.AgencyId == agency && client.Hub == agencyHub));
    }
}
