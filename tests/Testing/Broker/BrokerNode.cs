using System.Net.Http.Headers;
using System.Text;

namespace Testing;

/// <summary>A RabbitMQ node, started once for the whole test process. Each fixture takes a virtual host of its own.</summary>
public sealed class BrokerNode
{
    private static readonly Lazy<Task<BrokerNode>> Shared = new(Containers.RabbitMQ ?? InstalledBroker.StartAsync);

    private readonly Uri amqp;
    private readonly string user;

    /// <param name="amqp">Where it is, with its user and password.</param>
    internal BrokerNode(Uri amqp, Uri management)
    {
        (this.amqp, user) = (amqp, amqp.UserInfo.Split(':')[0]);
        Management = new HttpClient { BaseAddress = new Uri(management, "api/") };
        Management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(Uri.UnescapeDataString(amqp.UserInfo))));
    }

    /// <summary>The node's management API, for what a test wants to see or do to queues.</summary>
    public HttpClient Management { get; }

    public static Task<BrokerNode> SharedAsync() => Shared.Value;

    /// <summary>Makes a virtual host and gives its AMQP address.</summary>
    public async Task<string> NewVirtualHostAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        (await Management.PutAsJsonAsync($"vhosts/{name}", new { })).EnsureSuccessStatusCode();
        (await Management.PutAsJsonAsync($"permissions/{name}/{user}", new { configure = ".*", write = ".*", read = ".*" })).EnsureSuccessStatusCode();
        return new Uri(amqp, name).AbsoluteUri;
    }
}
