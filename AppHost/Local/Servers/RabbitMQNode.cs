using System.Globalization;
using AppHost.Local.Running;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Servers;

/// <summary>
/// A RabbitMQ node apart from any other on the machine: name, ports, cookie, data, logs and plugins of its own, on loopback.
/// </summary>
internal sealed class RabbitMQNode(RabbitMQServerResource broker, string folder)
{
    /// <summary>Debian's; the wrapper on the PATH insists on the user rabbitmq and the system's data folder.</summary>
    private const string Installed = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private void Prepare()
    {
        if (!File.Exists(Installed) && !Installation.IsOnPath("rabbitmq-server"))
        {
            throw new StartFailure("rabbitmq-server is not installed: run `eng/install rabbitmq-server`, "
                + $"or give a broker's address as ConnectionStrings__{broker.Name}.");
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Write("rabbitmq.conf", Configuration());
        Write("enabled_plugins", broker.Management is null ? "[]." : "[rabbitmq_management].");
    }

    public ProcessSpec Spec()
    {
        // At every start: its folder may have been lost while it was down, and it comes back all the same.
        Prepare();
        // The node would start epmd as a daemon that outlives it. One that runs already, as its sibling, is used instead.
        const string Script = """epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & exec "$0" """;
        var server = File.Exists(Installed) ? Installed : "rabbitmq-server";
        return new ProcessSpec("bash", ["-c", Script, server], folder)
        {
            // Start-up prints a banner; its log goes to a file, and only errors to the console.
            Shows = static line => line.Contains("[error]", StringComparison.Ordinal) || line.StartsWith("ERROR", StringComparison.Ordinal),
            Environment = new Dictionary<string, string?>
            {
                ["HOME"] = folder,
                ["NOTIFY_SOCKET"] = null,
                ["RABBITMQ_NODENAME"] = $"{broker.Name}@localhost",
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = Port(broker.Amqp),
                ["RABBITMQ_DIST_PORT"] = Port(broker.Distribution),
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
                ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
                ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
                ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
                ["ERL_EPMD_PORT"] = Port(broker.PortMapper),
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            },
        };
    }

    private string Configuration() => string.Join('\n',
    [
        $"listeners.tcp.1 = 127.0.0.1:{Port(broker.Amqp)}",
        // The user is made with the node's first start: no call of rabbitmqctl, which takes seconds.
        $"default_user = {broker.UserName}",
        $"default_pass = {broker.PasswordParameter.Value}",
        "log.console = true",
        "log.console.level = error",
        .. broker.Management is null
            ? (string[])[]
            : ["management.tcp.ip = 127.0.0.1", $"management.tcp.port = {Port(broker.Management)}"],
        "",
    ]);

    private static string Port(Model.Endpoint endpoint) => endpoint.Ports[0].ToString(CultureInfo.InvariantCulture);

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.Delete(path);
        using var file = new StreamWriter(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(text);
    }
}
