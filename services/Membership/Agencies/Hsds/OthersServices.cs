using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Agencies.Hsds;

/// <summary>A service is one agency's: a file of another's cannot take it over.</summary>
internal static class OthersServices
{
    public static async Task RefuseOthersServicesAsync(
        this MembershipDb db, string hub, IReadOnlyList<HsdsOrganization> organizations, HsdsReport report, CancellationToken cancellationToken)
    {
        var services = organizations.SelectMany(organization => (organization.Services ?? []).Select(service => (Organization: organization.Id, Service: service))).ToList();
        var ids = services.Select(service => service.Service.Id).ToList();
        var owners = ids.Count == 0 ? [] : await db.OfferedServices.Where(service => service.Hub == hub && ids.Contains(service.HsdsId))
            .Select(service => new { service.HsdsId, Owner = service.Agency.HsdsId })
            .ToDictionaryAsync(service => service.HsdsId, service => service.Owner, cancellationToken);
        foreach (var (organization, service) in services.Where(service => owners.TryGetValue(service.Service.Id, out var owner) && owner != service.Organization))
            report.Refuse(service.Place, "id", "Another agency's service has this id.");
    }
}
