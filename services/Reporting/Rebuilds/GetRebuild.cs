using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Reporting.Storage;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Messaging.Rebuilding;

namespace Reporting.Rebuilds;

/// <summary>A rebuild of the figures; complete once every stream is read to the head it had at the start.</summary>
public sealed record RebuildView(Guid Id, string RequestedBy, DateTimeOffset StartedAt, DateTimeOffset? CompletedAt)
{
    internal static RebuildView Of(Rebuild rebuild) => new(rebuild.Id, rebuild.RequestedBy, rebuild.StartedAt, rebuild.CompletedAt);
}

internal static class GetRebuild
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/rebuilds/{id:guid}", HandleAsync)
        .RequireRoles(Roles.Ops)
        .WithTags("Rebuilds")
        .WithSummary("Who asked for a rebuild, when, and whether it is complete");

    private static async Task<Results<Ok<RebuildView>, ProblemHttpResult>> HandleAsync(Guid id, ReportingDb db, CancellationToken cancellationToken) =>
        await db.Rebuilds.AsNoTracking().SingleOrDefaultAsync(rebuild => rebuild.Id == id, cancellationToken) is { } rebuild
            ? TypedResults.Ok(RebuildView.Of(rebuild))
            : Problems.NotFound();
}
