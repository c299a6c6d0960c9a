using System.Net.Http.Json;
using Contracts;
using ServiceDefaults.Messaging.Feed;

namespace ServiceDefaults.Messaging.Following;

/// <summary>Reads other services' journals over HTTP, with this service's own token.</summary>
internal sealed class JournalReader(IHttpClientFactory clients)
{
    public async Task<IReadOnlyList<StreamHead>> HeadsAsync(string service, CancellationToken cancellationToken) =>
        await clients.CreateClient(service).GetFromJsonAsync<List<StreamHead>>("/journal", JournalJson.Options, cancellationToken) ?? [];

    /// <returns>The next entries after a position; none at the head.</returns>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(StreamName stream, long after, CancellationToken cancellationToken) =>
        await clients.CreateClient(stream.Service).GetFromJsonAsync<List<JournalEntry>>(
            $"/journal/{Uri.EscapeDataString(stream.Hub)}?after={after}&take={JournalFeed.MaxTake}", JournalJson.Options, cancellationToken) ?? [];
}
