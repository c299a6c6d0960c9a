using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace EndToEnd.Tests.Failure;

/// <summary>A message of CaseReferral's as any other client of the broker sees it.</summary>
/// <param name="Publisher">The process that published it.</param>
internal sealed record Delivery(Guid EventId, long Position, int Publisher);

/// <summary>A queue of the test's own beside those of the services: every message, as often as it is published.</summary>
internal sealed class JournalTap : IAsyncDisposable
{
    private readonly ConcurrentQueue<Delivery> deliveries = new();
    private IConnection connection = null!;
    private IChannel channel = null!;

    public IReadOnlyList<Delivery> Deliveries => [.. deliveries];

    public IEnumerable<IGrouping<Guid, Delivery>> Repeated => Deliveries.GroupBy(delivery => delivery.EventId).Where(same => same.Count() > 1);

    public static async Task<JournalTap> OpenAsync(Uri broker, string hub)
    {
        var tap = new JournalTap { connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync() };
        tap.channel = await tap.connection.CreateChannelAsync();
        var queue = await tap.channel.QueueDeclareAsync(exclusive: true);
        await tap.channel.QueueBindAsync(queue.QueueName, "journal", $"{hub}.case-referral.#");
        var consumer = new AsyncEventingBasicConsumer(tap.channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            tap.deliveries.Enqueue(Read(message));
            return Task.CompletedTask;
        };
        await tap.channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return tap;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static Delivery Read(BasicDeliverEventArgs message)
    {
        using var entry = JsonDocument.Parse(message.Body);
        return new Delivery(entry.RootElement.GetProperty("eventId").GetGuid(), entry.RootElement.GetProperty("position").GetInt64(), PublisherOf(message.BasicProperties));
    }

    /// <summary>MassTransit says in a header which process sent it.</summary>
    private static int PublisherOf(IReadOnlyBasicProperties properties)
    {
        using var host = JsonDocument.Parse((byte[])properties.Headers!["MT-Host-Info"]!);
        return host.RootElement.GetProperty("ProcessId").GetInt32();
    }
}
