using System.ComponentModel.DataAnnotations;
using System.Text;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Agencies;

/// <summary>What an import did.</summary>
/// <param name="Agencies">Every agency of the file, in its order.</param>
public sealed record AgencyImportReport(int Listed, int Updated, int Unchanged, IReadOnlyList<AgencyView> Agencies);

internal static class ImportAgencies
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/agencies/import", HandleAsync)
        .Accepts<Stream>(Json, Csv)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireRoles(Roles.HubAdmin)
        .WithSummary("Imports HSDS 3 organizations (JSON, or organizations.csv) into the directory of the caller's hub.")
        .WithDescription(
            "All or nothing, at most 1,000 organizations. An organization is found again by its HSDS id. Errors are named by "
            + "row: the spreadsheet's row in CSV (the header is row 1), the place in the array in JSON.");

    private static async Task<Results<Ok<AgencyImportReport>, ProblemHttpResult>> HandleAsync(
        [EnumDataType(typeof(AgencyClass))] AgencyClass agencyClass, [EnumDataType(typeof(AgencyType))] AgencyType agencyType,
        MembershipDb db, Caller caller, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!await db.Hubs.AnyAsync(hub => hub.Code == caller.Hub, cancellationToken)) return Problems.NotFound();
        // A request without a content type, or with several, comes past the routes' own check.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType) || !IsRead(mediaType))
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, detail: $"Send {Json} or {Csv}, in UTF-8.");

        HsdsFile file;
        try
        {
            file = await ReadAsync(request, mediaType, cancellationToken);
        }
        catch (UnreadableFileException exception)
        {
            return Problems.Invalid("file", exception.Message);
        }

        var ids = file.Organizations.Select(organization => organization.Id).ToList();
        var known = await db.Agencies.Include(agency => agency.NameWords).Where(agency => agency.Hub == caller.Hub && ids.Contains(agency.HsdsId))
            .ToDictionaryAsync(agency => agency.HsdsId, cancellationToken);
        foreach (var (row, id, _) in file.Organizations)
        {
            if (known.TryGetValue(id, out var agency) && agency.Class != agencyClass)
                file.Refuse(row, "agencyClass", "The agency is listed in another class, and an import does not change the class.");
        }

        if (file.ErrorCount > 0) return Problems.Invalid(file.Errors);
        if (file.Organizations.Count == 0) return Problems.Invalid("file", "The file has no organization.");

        var (listed, updated) = (0, 0);
        foreach (var (_, id, name) in file.Organizations)
        {
            if (!known.TryGetValue(id, out var agency))
            {
                db.Agencies.Add(known[id] = Agency.List(caller.Hub!, id, name, agencyType, agencyClass));
                listed++;
            }
            else if (agency.Replace(name, agencyType))
            {
                updated++;
            }
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
            listed, updated, ids.Count - listed - updated, [.. ids.Select(id => AgencyView.Of(known[id]))]));
    }

    private static bool IsRead(MediaTypeHeaderValue mediaType) =>
        mediaType.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || mediaType.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase);

    private static async Task<HsdsFile> ReadAsync(HttpRequest request, MediaTypeHeaderValue mediaType, CancellationToken cancellationToken)
    {
        if (mediaType.Charset.HasValue && !mediaType.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException("The file must be UTF-8.");

        // Strict, and no other encoding by its byte order mark; UTF-8's own mark is passed over.
        using var reader = new StreamReader(request.Body, new UTF8Encoding(true, throwOnInvalidBytes: true), false);
        try
        {
            var text = await reader.ReadToEndAsync(cancellationToken);
            return mediaType.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) ? HsdsCsv.Read(text) : HsdsJson.Read(text);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("The file is not UTF-8.");
        }
    }
}
