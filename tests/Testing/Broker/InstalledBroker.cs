using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Testing;

/// <summary>
/// A RabbitMQ node of our own from the installed programs, ended with the test process, also when it is killed: the
/// supervising shell ends the node when its input closes.
/// </summary>
internal sealed class InstalledBroker
{
    private const string User = "test";

    // Held, because the collector would close the input that keeps the node alive.
    private static Process? supervisor;

    private readonly string password = Guid.NewGuid().ToString("N");
    private readonly int amqpPort = FreePort.Next();
    private readonly int managementPort = FreePort.Next();
    private readonly int distributionPort = FreePort.Next();
    private readonly int epmdPort = FreePort.Next();
    private readonly string folder = Directory.CreateTempSubdirectory("broker-").FullName;

    public static async Task<BrokerNode> StartAsync()
    {
        var installed = new InstalledBroker();
        installed.Launch();
        var node = new BrokerNode(
            new Uri($"amqp://{User}:{installed.password}@127.0.0.1:{installed.amqpPort.ToString(CultureInfo.InvariantCulture)}/"),
            new Uri($"http://127.0.0.1:{installed.managementPort.ToString(CultureInfo.InvariantCulture)}/"));
        await Until.TrueAsync(() => installed.IsUpAsync(node.Management), "the broker node is up", TimeSpan.FromMinutes(3));
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

    private async Task<bool> IsUpAsync(HttpClient management)
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
