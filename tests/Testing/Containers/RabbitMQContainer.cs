using Testcontainers.RabbitMq;

namespace Testing;

internal static class RabbitMQContainer
{
    private const int Management = 15672;

    public static async Task<BrokerNode> StartAsync()
    {
        var container = new RabbitMqBuilder("rabbitmq:3.13-management").WithPortBinding(Management, assignRandomHostPort: true).Build();
        await container.StartAsync();
        return new BrokerNode(
            new Uri(container.GetConnectionString()), new UriBuilder("http", container.Hostname, container.GetMappedPublicPort(Management)).Uri);
    }
}
