using Contracts;
using MassTransit;

namespace ServiceDefaults.Messaging.Following;

/// <summary>Takes batches from the service's queue.</summary>
internal sealed class JournalConsumer(StreamFollowers followers) : IConsumer<Batch<JournalEntry>>
{
    public const int MostInBatch = 100;
    public static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(10);

    public Task Consume(ConsumeContext<Batch<JournalEntry>> context) =>
        followers.OfferAsync(context.Message.Select(message => message.Message), context.CancellationToken);
}
