using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Messaging.Relay;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Following;

/// <summary>A followed stream.</summary>
/// <param name="Position">Everything up to and with it is applied.</param>
/// <param name="RebuildingTo">While a rebuild runs: below this position the projection is not whole.</param>
public sealed record FollowedStream(string Service, string Hub, long Position, long? RebuildingTo);

/// <summary>A stream this service publishes.</summary>
/// <param name="Assigned">Its head.</param>
/// <param name="Published">The last position the broker confirmed.</param>
public sealed record PublishedStream(string Hub, long Assigned, long Published);

/// <summary>Which replica relays this service's journal.</summary>
/// <param name="Owner">The replica's id, its own since it started.</param>
/// <param name="Until">When another may take over, unless it is renewed before.</param>
/// <param name="IsHere">Whether it is the replica that answers.</param>
public sealed record RelayView(Guid Owner, DateTimeOffset Until, bool IsHere);

/// <summary>How far this service has come with its own streams and with those it follows.</summary>
/// <param name="Waiting">Facts committed but not numbered yet.</param>
public sealed record StreamsView(IReadOnlyList<PublishedStream> Publishes, long Waiting, RelayView Relay, IReadOnlyList<FollowedStream> Follows);

internal static class StreamsEndpoint
{
    public static void MapStreams(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/streams", Read).RequireRoles(Roles.Ops).WithTags("Operations")
            .WithSummary("How far this service's own streams are published and by which replica, and how far others' are applied");

    private static async Task<Ok<StreamsView>> Read(ServiceDb db, RelayLeaseHolder holder, CancellationToken cancellationToken) => TypedResults.Ok(new StreamsView(
        await db.JournalStreams.AsNoTracking().OrderBy(stream => stream.Hub)
            .Select(stream => new PublishedStream(stream.Hub, stream.Assigned, stream.Published)).ToListAsync(cancellationToken),
        await db.Journal.LongCountAsync(row => row.Position == null, cancellationToken),
        await RelayAsync(db, holder, cancellationToken),
        await db.Watermarks.AsNoTracking().OrderBy(mark => mark.Service).ThenBy(mark => mark.Hub)
            .Select(mark => new FollowedStream(mark.Service, mark.Hub, mark.Position, mark.RebuildingTo)).ToListAsync(cancellationToken)));

    private static async Task<RelayView> RelayAsync(ServiceDb db, RelayLeaseHolder holder, CancellationToken cancellationToken)
    {
        var lease = await db.RelayLeases.AsNoTracking().SingleAsync(cancellationToken);
        return new RelayView(lease.Owner, lease.ExpiresAt, holder.IsMine(lease) && lease.ExpiresAt > DateTimeOffset.UtcNow);
    }
}
