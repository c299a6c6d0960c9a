using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Storage;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Messaging.Rebuilding;

namespace Reporting.Rebuilds;

/// <summary>Empties the figures and reads the journals anew. Who asked, and when, stays on record.</summary>
internal static class StartRebuild
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/rebuilds", HandleAsync)
        .RequireRoles(Roles.Ops)
        .WithTags("Rebuilds")
        .WithSummary("Rebuild all figures from the journals; no report is given out until it is complete");

    private static async Task<Results<Accepted<RebuildView>, ProblemHttpResult>> HandleAsync(
        Rebuilder rebuilder, ReportingDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            var rebuild = await rebuilder.StartAsync(db, caller.Subject, cancellationToken);
            http.Response.OnCompleted(rebuilder.BeginReadingAsync);
            return TypedResults.Accepted($"/rebuilds/{rebuild.Id}", RebuildView.Of(rebuild));
        }
        catch (HttpRequestException)
        {
            http.Response.Headers.RetryAfter = "10";
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "journal-unreachable", "A journal cannot be read now. Nothing was emptied; ask again later.");
        }
    }
}
