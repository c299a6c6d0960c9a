using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Testing;

/// <summary>
/// A RabbitMQ node of our own, started once for the whole test process and ended with it, also when it is killed: the
/// supervising shell ends the node when its input closes. Each fixture takes a virtual host of its own.
/// </summary>
public sealed class BrokerNode
{
    private const string User = "test";
    private static readonly Lazy<Task<BrokerNode>> Shared = new(StartAsync);

    private readonly string password = Guid.NewGuid().ToString("N");
    private readonly int amqpPort = FreePort.Next();
    private readonly int managementPort = FreePort.Next();
    private readonly int distributionPort = FreePort.Next();
    private readonly int epmdPort = FreePort.Next();
    private readonly string folder = Directory.CreateTempSubdirectory("broker-").FullName;
    private readonly HttpClient management;

    // Held, because the collector would close the input that keeps the node alive.
    private Process? supervisor;

    private BrokerNode()
    {
        management = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{managementPort}/api/") };
        management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{User}:{password}")));
    }

    /// <summary>The node's management API, for what a test wants to see or do to queues.</summary>
    public HttpClient Management => management;

    public static Task<BrokerNode> SharedAsync() => Shared.Value;

    /// <summary>Makes a virtual host and gives its AMQP address.</summary>
    public async Task<string> NewVirtualHostAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        (await management.PutAsJsonAsync($"vhosts/{name}", new { })).EnsureSuccessStatusCode();
        (await management.PutAsJsonAsync($"permissions/{name}/{User}", new { configure = ".*", write = ".*", read = ".*" })).EnsureSuccessStatusCode();
        return $"amqp://{User}:{password}@127.0.0.1:{amqpPort.ToString(CultureInfo.InvariantCulture)}/{name}";
    }

    private static async Task<BrokerNode> StartAsync()
    {
        var node = new BrokerNode();
        node.Launch();
        await Until.TrueAsync(node.IsUpAsync, "the broker node is up", TimeSpan.FromMinutes(3));
        return node;
    }

    private void Launch()
    {
        File.WriteAllText(Path.Combine(folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{amqpPort}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {managementPort}
            default_user = {User}
            default_pass = {password}
            disk_free_limit.absolute = 50MB
            """);
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), "[rabbitmq_management].\n");

        // The shell outlives us by a moment: when its input closes it ends the node and the node's port mapper.
        const string supervise = """
            setsid /usr/lib/rabbitmq/bin/rabbitmq-server </dev/null >"$HOME/out.log" 2>&1 & node=$!
            cat >/dev/null
            kill -9 -$node
            for i in 1 2 3 4 5 6 7 8 9 10; do epmd -port $ERL_EPMD_PORT -kill >/dev/null 2>&1 && break; sleep 0.2; done
            rm -rf "$HOME"
            """;
        var start = new ProcessStartInfo("setsid", ["sh", "-c", supervise]) { RedirectStandardInput = true };
        foreach (var (key, value) in Environment(folder)) start.Environment[key] = value;
        supervisor = Process.Start(start);
    }

    private Dictionary<string, string> Environment(string home) => new()
    {
        ["HOME"] = home,
        ["RABBITMQ_NODENAME"] = $"test{distributionPort}@localhost",
        ["RABBITMQ_DIST_PORT"] = distributionPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(home, "pid"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home, "rabbitmq"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "enabled_plugins"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home, "none"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_EPMD_PORT"] = epmdPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    private async Task<bool> IsUpAsync()
    {
        if (supervisor is not { HasExited: false }) throw new InvalidOperationException("The broker node's supervisor ended.");
        try
        {
            using var answer = await management.GetAsync("overview");
            using var amqp = new TcpClient();
            await amqp.ConnectAsync(IPAddress.Loopback, amqpPort);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return false;
        }
    }
}
