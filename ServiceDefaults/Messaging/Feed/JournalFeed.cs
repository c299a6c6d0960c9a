using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Feed;

/// <summary>A stream of this service's journal and how far it reaches.</summary>
public sealed record StreamHead(string Service, string Hub, long Head);

/// <summary>The journal read over HTTP by other services: what fills every gap, and what a rebuild reads.</summary>
internal static class JournalFeed
{
    public const int MaxTake = 1000;

    public static void MapJournalFeed(this IEndpointRouteBuilder routes)
    {
        var journal = routes.MapGroup("/journal").WithTags("Journal").RequireRoles(Roles.Service);
        journal.MapGet("", ReadHeads).WithSummary("The streams of this service and their heads");
        journal.MapGet("/{hub}", ReadStream).WithSummary("A stream's entries after a position, in order; at most 1000");
    }

    private static async Task<Ok<List<StreamHead>>> ReadHeads(HttpContext http, ServiceDb db, ServiceName service, CancellationToken cancellationToken)
    {
        var readable = ReadableHubs.Of(http.User);
        var streams = await db.JournalStreams.AsNoTracking().OrderBy(stream => stream.Hub)
            .Select(stream => new StreamHead(service.Value, stream.Hub, stream.Assigned)).ToListAsync(cancellationToken);
        return TypedResults.Ok(streams.FindAll(stream => readable.Holds(stream.Hub)));
    }

    private static async Task<Results<Ok<List<JournalEntry>>, ProblemHttpResult>> ReadStream(
        string hub, HttpContext http, ServiceDb db, ServiceName service, CancellationToken cancellationToken, long after = 0, int take = MaxTake)
    {
        if (!ReadableHubs.Of(http.User).Holds(hub)) return Problems.NotFound();
        if (take is < 1 or > MaxTake) return Problems.Invalid("take", $"Ask for 1 to {MaxTake} entries.");

        var rows = await db.Journal.AsNoTracking().Where(row => row.Hub == hub && row.Position > after)
            .OrderBy(row => row.Position).Take(take).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(row => row.ToEntry(service)));
    }
}
