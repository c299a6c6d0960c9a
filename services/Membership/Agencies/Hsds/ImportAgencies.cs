using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Agencies.Cards;
using Membership.Agencies.Hours;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Agencies.Hsds;

internal static class ImportAgencies
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/agencies/import", HandleAsync)
        .Accepts<Stream>(HsdsRequest.Json, HsdsRequest.Csv, HsdsRequest.Zip)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireRoles(Roles.HubAdmin)
        .WithSummary("Imports HSDS 3 organizations (JSON, organizations.csv, or a ZIP of the CSV tables) into the directory of the caller's hub.")
        .WithDescription(
            "All or nothing, at most 1,000 organizations. An organization and its services are found again by their HSDS ids; what a file does "
            + "not say stays as it is: a table speaks of those whom one of its rows is about, an empty cell of nothing, an empty list in JSON says "
            + "that there is none. Type and class are those given here for agencies new to the directory of which the file says nothing else; an "
            + "import changes no agency's class. Errors, how many there are, and what is not taken are named by table and row: the spreadsheet's row in CSV (the header is row 1), the place in the "
            + "array in JSON. Hours need a time zone, which HSDS does not have: that of the agency's card, or the one given here. "
            + "Contacts, addresses and e-mail are not read.");

    private static async Task<Results<Ok<AgencyImportReport>, ProblemHttpResult>> HandleAsync(
        [EnumDataType(typeof(AgencyClass))] AgencyClass agencyClass, [EnumDataType(typeof(AgencyType))] AgencyType agencyType,
        MembershipDb db, Caller caller, HttpRequest request, TimeProvider time, CancellationToken cancellationToken,
        [TimeZone, StringLength(64)] string? timeZone = null)
    {
        if (!await db.Hubs.AnyAsync(hub => hub.Code == caller.Hub, cancellationToken)) return Problems.NotFound();
        // A request without a content type, or with several, comes past the routes' own check.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType) || !HsdsRequest.IsRead(mediaType))
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, detail: $"Send {HsdsRequest.Json} or {HsdsRequest.Csv}, in UTF-8, or {HsdsRequest.Zip}.");

        var report = new HsdsReport();
        HsdsTables tables;
        try
        {
            tables = await HsdsRequest.ReadAsync(request, mediaType, report, cancellationToken);
        }
        catch (UnreadableFileException exception)
        {
            return Problems.Invalid("file", exception.Message);
        }

        var ids = tables[HsdsTables.Organizations].Select(row => row.Id("id")).OfType<Guid>().Distinct().ToList();
        var known = await db.Agencies.Include(agency => agency.NameWords).WithCard()
            .Where(agency => agency.Hub == caller.Hub && ids.Contains(agency.HsdsId)).ToDictionaryAsync(agency => agency.HsdsId, cancellationToken);
        var organizations = new HsdsReader(tables, id => timeZone ?? known.GetValueOrDefault(id)?.TimeZone, time.Day()).Read(cancellationToken);
        foreach (var organization in organizations.Where(organization =>
            known.TryGetValue(organization.Id, out var agency) && agency.Class != (organization.Class ?? agencyClass)))
        {
            report.Refuse(organization.Place, "agencyClass", "The agency is listed in another class, and an import does not change the class.");
        }

        await db.RefuseOthersServicesAsync(caller.Hub!, organizations, report, cancellationToken);

        if (report.ErrorCount > 0) return Refused(report);
        if (organizations.Count == 0) return Problems.Invalid("file", "The file has no organization.");

        var (listed, updated) = (0, 0);
        foreach (var organization in organizations)
        {
            if (known.TryGetValue(organization.Id, out var agency))
            {
                var renamed = agency.Replace(organization.Name, organization.Type ?? agency.Type);
                if (agency.Describe(organization.Onto(CardContent.Of(agency))) || renamed) updated++;
                continue;
            }

            db.Agencies.Add(known[organization.Id] = agency = Agency.List(
                caller.Hub!, organization.Id, organization.Name, organization.Type ?? agencyType, organization.Class ?? agencyClass));
            agency.Describe(organization.Onto(new CardContent()));
            listed++;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("import-overlaps", "Another import changed one of these agencies at the same moment. Send it again.");
        }

        return TypedResults.Ok(new AgencyImportReport(
            listed, updated, organizations.Count - listed - updated,
            [.. organizations.Select(organization => AgencyView.Of(known[organization.Id]))], report.NotTaken, report.NotTakenCount));
    }

    /// <summary>With how many errors there are: the list ends before they do.</summary>
    private static ProblemHttpResult Refused(HsdsReport report)
    {
        var refused = Problems.Invalid(report.Errors);
        refused.ProblemDetails.Extensions["errorCount"] = report.ErrorCount;
        return refused;
    }
}
