using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies;

/// <summary>An agency in a hub's directory.</summary>
/// <param name="HsdsId">The organization's id in HSDS.</param>
public sealed record AgencyView(Guid Id, string Hub, Guid HsdsId, string Name, AgencyType AgencyType, AgencyClass AgencyClass)
{
    public static AgencyView Of(Agency agency) => new(agency.Id, agency.Hub, agency.HsdsId, agency.Name, agency.Type, agency.Class);
}

internal static class ReadAgencies
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/agencies", ListAsync).WithSummary("Lists the agencies in the directory of the caller's hub.");
        api.MapGet("/agencies/{id:guid}", GetAsync).WithSummary("Reads one agency in the directory of the caller's hub.");
    }

    private static Task<Ok<IReadOnlyList<AgencyView>>> ListAsync(
        MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? hsdsId = null, AgencyClass? agencyClass = null, AgencyType? agencyType = null)
    {
        var agencies = db.Agencies.Where(agency => agency.Hub == caller.Hub);
        if (hsdsId is not null) agencies = agencies.Where(agency => agency.HsdsId == hsdsId);
        if (agencyClass is not null) agencies = agencies.Where(agency => agency.Class == agencyClass);
        if (agencyType is not null) agencies = agencies.Where(agency => agency.Type == agencyType);
        return agencies.ToPageAsync(page, http, AgencyView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<AgencyView>, ProblemHttpResult>> GetAsync(
        Guid id, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var agency = await db.Agencies.AsNoTracking()
            .SingleOrDefaultAsync(agency => agency.Id == id && agency.Hub == caller.Hub, cancellationToken);
        if (agency is null) return Problems.NotFound();

        http.SetETag(agency);
        return TypedResults.Ok(AgencyView.Of(agency));
    }
}
