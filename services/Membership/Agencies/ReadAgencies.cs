using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Agencies.Directory;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Validation;

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
        api.MapGet("/agencies", ListAsync)
            .WithSummary("Searches the directory of the caller's hub; without a condition, lists it.")
            .WithDescription(
                "All conditions at once. Names are found by how their words begin, in any case and without accents. An area finds "
                + "whoever serves it or a wider one that it lies in. Open at an instant is by each agency's own clock.");
        api.MapGet("/agencies/{id:guid}", GetAsync).WithSummary("Reads one agency in the directory of the caller's hub.");
    }

    private static async Task<Ok<IReadOnlyList<AgencyView>>> ListAsync(
        MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        [StringLength(100)] string? name = null, ServiceType? service = null, [RegularExpression(LanguageCode.Pattern)] string? language = null,
        [RegularExpression(AreaCode.Pattern)] string? area = null, AgencyClass? agencyClass = null, AgencyType? agencyType = null,
        DateTimeOffset? openAt = null, Guid? hsdsId = null)
    {
        var words = NameWords.Of(name ?? "");
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(name)) throw new InvalidRequestException("name", "Send at least one letter or digit.");
        if (language is not null && !LanguageCode.IsKnown(language))
            throw new InvalidRequestException("language", "Use a bibliographic ISO 639-2 code, such as tha.");

        // Whoever belongs to no hub has no directory.
        var search = new AgencySearch(caller.Hub ?? "", words, service, language, area, agencyClass, agencyType, openAt);
        var agencies = await db.SearchAgenciesAsync(search, cancellationToken);
        if (hsdsId is not null) agencies = agencies.Where(agency => agency.Hub == caller.Hub && agency.HsdsId == hsdsId);
        return await agencies.ToPageAsync(page, http, AgencyView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<AgencyView>, ProblemHttpResult>> GetAsync(
        Guid id, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var agency = await db.AgenciesOf(caller).AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == id, cancellationToken);
        if (agency is null) return Problems.NotFound();

        http.SetETag(agency);
        return TypedResults.Ok(AgencyView.Of(agency));
    }
}
