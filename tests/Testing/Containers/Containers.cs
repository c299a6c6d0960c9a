using System.Net;
using System.Net.Sockets;

namespace Testing;

/// <summary>
/// Servers in containers instead of the installed ones, where a Docker engine answers and the feed has the packages that
/// start them. Those packages' own reaper removes the containers, also when the tests are killed.
/// </summary>
internal static class Containers
{
    static Containers()
    {
        if (!EngineAnswers()) return;
#if CONTAINERS // where the feed has them: see Testing.csproj
        (RabbitMQ, Postgres, SqlServer) = (RabbitMQContainer.StartAsync, PostgresContainer.StartAsync, SqlServerContainer.StartAsync);
#endif
    }

    /// <summary>Starts a node; null where there are no containers.</summary>
    public static Func<Task<BrokerNode>>? RabbitMQ { get; }

    /// <summary>Starts a cluster and gives its connection string; null where there are no containers.</summary>
    public static Func<Task<string>>? Postgres { get; }

    /// <summary>Starts a server and gives its connection string; null where there are no containers.</summary>
    public static Func<Task<string>>? SqlServer { get; }

    private static bool EngineAnswers()
    {
        var host = new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } given ? given : "unix:///var/run/docker.sock");
        EndPoint engine = host.Scheme == "unix" ? new UnixDomainSocketEndPoint(host.AbsolutePath) : new DnsEndPoint(host.Host, host.Port);
        try
        {
            using var socket = host.Scheme == "unix"
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(engine);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
