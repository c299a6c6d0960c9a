using System.ComponentModel.DataAnnotations;
using Membership.Agencies.Cards;
using Membership.Agencies.Directory;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Hsds;

/// <summary>The read API of HSDS 3 over the hub's directory, for the hub's people.</summary>
internal static class ExportHsds
{
    private const string Version = "3.0";
    private const string Profile = "https://docs.openreferral.org/en/v3.0.0/hsds/";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/hsds", () => TypedResults.Ok(new HsdsApi(Version, Profile, "/openapi/v1.json")))
            .WithSummary("Says which version of HSDS the directory is read in.");
        api.MapGet("/hsds/organizations", OrganizationsAsync).WithSummary("Lists the hub's agencies as organizations of HSDS 3.");
        api.MapGet("/hsds/organizations/{id:guid}", OrganizationAsync).WithSummary("Reads an agency as an organization of HSDS 3, with its services.");
        api.MapGet("/hsds/services", ServicesAsync).WithSummary("Lists the services of the hub's agencies as services of HSDS 3.");
        api.MapGet("/hsds/services/{id:guid}", ServiceAsync).WithSummary("Reads a service as HSDS 3 has it, with its languages, hours and areas.");
    }

    private static async Task<Ok<HsdsPage<HsdsOrganizationView>>> OrganizationsAsync(
        MembershipDb db, Caller caller, CancellationToken cancellationToken,
        [StringLength(100)] string? search = null, [Range(1, int.MaxValue)] int page = 1,
        [FromQuery(Name = "per_page"), Range(1, Page.Most)] int perPage = Page.Default, bool full = false)
    {
        var agencies = await db.SearchAgenciesAsync(new AgencySearch(caller.Hub ?? "", NameWords.Of(search ?? "")), cancellationToken);
        var query = full ? agencies.AsNoTracking().WithCard() : agencies.AsNoTracking();
        return await PageAsync(query.OrderBy(agency => agency.Id), page, perPage, agency => full ? HsdsWriter.Full(agency) : HsdsWriter.Basic(agency), cancellationToken);
    }

    private static async Task<Results<Ok<HsdsOrganizationView>, ProblemHttpResult>> OrganizationAsync(
        Guid id, MembershipDb db, Caller caller, CancellationToken cancellationToken)
    {
        var agency = await db.AgenciesOf(caller).AsNoTracking().WithCard().SingleOrDefaultAsync(agency => agency.HsdsId == id, cancellationToken);
        return agency is null ? Problems.NotFound() : TypedResults.Ok(HsdsWriter.Full(agency));
    }

    private static Task<Ok<HsdsPage<HsdsServiceView>>> ServicesAsync(
        MembershipDb db, Caller caller, CancellationToken cancellationToken,
        [FromQuery(Name = "organization_id")] Guid? organizationId = null, [Range(1, int.MaxValue)] int page = 1,
        [FromQuery(Name = "per_page"), Range(1, Page.Most)] int perPage = Page.Default)
    {
        var services = db.OfferedServices.AsNoTracking().Include(service => service.Agency).Where(service => service.Hub == caller.Hub);
        if (organizationId is not null) services = services.Where(service => service.Agency.HsdsId == organizationId);
        return PageAsync(services.OrderBy(service => service.HsdsId), page, perPage,
            service => HsdsWriter.Basic(service) with { Organization = HsdsWriter.Basic(service.Agency) }, cancellationToken);
    }

    private static async Task<Results<Ok<HsdsServiceView>, ProblemHttpResult>> ServiceAsync(
        Guid id, MembershipDb db, Caller caller, CancellationToken cancellationToken)
    {
        var agency = await db.AgenciesOf(caller).AsNoTracking().WithCard()
            .SingleOrDefaultAsync(agency => agency.Services.Any(service => service.HsdsId == id && service.Hub == caller.Hub), cancellationToken);
        if (agency?.Services.Single(service => service.HsdsId == id) is not OfferedService service) return Problems.NotFound();
        return TypedResults.Ok(HsdsWriter.Full(service, agency) with { Organization = HsdsWriter.Basic(agency) });
    }

    private static async Task<Ok<HsdsPage<TView>>> PageAsync<T, TView>(
        IQueryable<T> query, int page, int perPage, Func<T, TView> view, CancellationToken cancellationToken)
    {
        var total = await query.CountAsync(cancellationToken);
        var pages = (total + perPage - 1) / perPage;
        // Beyond the last page nothing is read, nor is the offset more than a number holds.
        var rows = page > pages ? [] : await query.Skip((page - 1) * perPage).Take(perPage).ToListAsync(cancellationToken);
        return TypedResults.Ok(new HsdsPage<TView>(
            total, pages, page, rows.Count, page == 1, page >= pages, rows.Count == 0, [.. rows.Select(view)]));
    }
}
