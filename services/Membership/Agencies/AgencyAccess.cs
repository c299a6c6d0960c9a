using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.Agencies;

/// <summary>The directory is open to everybody of the hub. An agency's card is its own to write, and that of whoever runs a task force it is in.</summary>
internal static class AgencyAccess
{
    /// <summary>The roles that may write a card; which one is asked by <see cref="MayWriteCardAsync"/>.</summary>
    public static readonly string[] CardWriters = [Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin];

    public const string NotYours = "A card is for the agency's own administrator, and for whoever runs a task force that it is a member of.";

    public static IQueryable<Agency> AgenciesOf(this MembershipDb db, Caller caller) => db.Agencies.Where(agency => agency.Hub == caller.Hub);

    public static async Task<bool> MayWriteCardAsync(this MembershipDb db, Caller caller, Agency agency, CancellationToken cancellationToken) =>
        caller.Hub == agency.Hub
        && (caller.Is(Roles.HubAdmin)
            || (caller.Is(Roles.AgencyAdmin) && caller.IsOf(agency.Id))
            || (caller.Is(Roles.Coordinator) && caller.TaskForceId is { } taskForce && await db.Members.AnyAsync(
                member => member.TaskForceId == taskForce && member.AgencyId == agency.Id && member.LeftAt == null, cancellationToken)));
}
