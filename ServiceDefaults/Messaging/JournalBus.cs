using Contracts;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Messaging.Following;

namespace ServiceDefaults.Messaging;

/// <summary>
/// MassTransit on RabbitMQ, configured here and nowhere else: one exchange, one message type, plain JSON that any
/// other client can read.
/// </summary>
internal static class JournalBus
{
    /// <summary>The topic exchange that carries every fact; routing keys are <c>{hub}.{service}.{event-type}</c>.</summary>
    public const string Exchange = "journal";

    /// <summary>Deliveries of one message before the broker sets it aside.</summary>
    private const int DeliveryLimit = 20;

    public static void AddJournalBus(this IServiceCollection services, IConfiguration configuration, FollowSettings follow)
    {
        var address = configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is missing: give amqp://user:password@host:port.");

        // The service answers requests whether the broker is there or not.
        services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = false);
        services.AddMassTransit(bus =>
        {
            // Nothing about a running platform is told to anybody outside it.
            bus.DisableUsageTelemetry();
            bus.AddConsumer<JournalConsumer>(consumer => consumer.Options<BatchOptions>(batch => batch
                .SetMessageLimit(JournalConsumer.MostInBatch).SetTimeLimit(JournalConsumer.LongestWait).SetConcurrencyLimit(1)));
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(address), host =>
                {
                    host.Heartbeat(TimeSpan.FromSeconds(10));
                    // What counts as published is what the broker has confirmed.
                    host.PublisherConfirmation = true;
                });
                rabbit.UseRawJsonSerializer();
                rabbit.Message<JournalEntry>(message => message.SetEntityName(Exchange));
                rabbit.Publish<JournalEntry>(publish =>
                {
                    publish.ExchangeType = "topic";
                    publish.Durable = true;
                });
                if (follow.Services.Count > 0) rabbit.ReceiveEndpoint(follow.Queue, queue => Bind(queue, context, follow));
            });
        });
    }

    private static void Bind(IRabbitMqReceiveEndpointConfigurator queue, IBusRegistrationContext context, FollowSettings follow)
    {
        queue.ConfigureConsumeTopology = false;
        queue.SetQuorumQueue();
        queue.SingleActiveConsumer = true;
        queue.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        queue.BindDeadLetterQueue($"{follow.Queue}_dead");
        queue.PrefetchCount = JournalConsumer.MostInBatch * 5;
        foreach (var key in follow.Services.SelectMany(followed => followed.RoutingKeys))
        {
            queue.Bind(Exchange, binding =>
            {
                binding.ExchangeType = "topic";
                binding.Durable = true;
                binding.RoutingKey = key;
            });
        }

        var refused = new RefusedMessages(context);
        queue.ConfigureError(error => error.UseFilter(refused));
        queue.ConfigureDeadLetter(skipped => skipped.UseFilter(refused));
        queue.ConfigureConsumer<JournalConsumer>(context);
    }
}
