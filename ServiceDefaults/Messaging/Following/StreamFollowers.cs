using System.Collections.Concurrent;
using Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Messaging.Following;

/// <summary>The followers of all streams this service follows; a new hub's stream gets one when it is first heard of.</summary>
internal sealed class StreamFollowers(
    RunApplier applier, JournalReader reader, StreamState state, FollowSettings settings, RetryPlan plan,
    IHostApplicationLifetime lifetime, ILogger<StreamFollower> log) : IDisposable
{
    private readonly ConcurrentDictionary<StreamName, StreamFollower> followers = new();

    public StreamFollower Of(StreamName stream) => followers.GetOrAdd(stream, name =>
        new StreamFollower(name, applier, reader, state, plan, log, lifetime.ApplicationStopping));

    public IEnumerable<StreamFollower> All => followers.Values;

    public void Dispose()
    {
        foreach (var follower in followers.Values) follower.Dispose();
    }

    /// <summary>Hands each stream its entries; streams do not wait for one another.</summary>
    public async Task OfferAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellationToken)
    {
        var offers = new List<Task>();
        foreach (var group in entries.GroupBy(entry => (Stream: new StreamName(entry.Service, entry.Hub), Plain: PlainEntry.Is(entry))))
        {
            offers.Add(group.Key.Plain && settings.Covers(group.Key.Stream)
                ? Of(group.Key.Stream).OfferAsync(group)
                : state.RefuseUnvouchedAsync(group.Key.Stream, [.. group], cancellationToken));
        }

        await Task.WhenAll(offers);
    }
}
