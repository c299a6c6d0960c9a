using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AppHost.Local.Model;
using AppHost.Local.Storing;

namespace AppHost.Local.Running;

/// <summary>
/// Chooses ports: last time's where they are free, from below the range that outgoing connections take theirs from, so that
/// a restarted process finds its port again.
/// </summary>
internal sealed class Ports(KeptValues kept) : IDisposable
{
    private const int First = 20000;
    private const int Last = 31999;
    private readonly List<Socket> _claims = [];

    public void Choose(string resource, Endpoint endpoint, int replicas)
    {
        if (endpoint.Port is { } asked && replicas > 1)
            throw new StartFailure($"{resource} asks for port {asked}, and has {replicas} replicas: a port serves one.");
        endpoint.Ports = [.. Enumerable.Range(0, replicas).Select(replica =>
            endpoint.Port is { } port ? Asked(resource, port) : Any($"{resource}/{endpoint.Name}/{replica}"))];
    }

    public void Dispose() => _claims.ForEach(claim => claim.Dispose());

    private int Asked(string resource, int port) => Claim(port) ? port : throw new StartFailure(
        $"Port {port}, which {resource} asks for, is in use. Choose another (PLATFORM_PORT is the gateway's).");

    private int Any(string key)
    {
        if (int.TryParse(kept[key], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && Claim(last))
            return last;
        while (true)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (!Claim(port))
                continue;
            kept[key] = port.ToString(CultureInfo.InvariantCulture);
            return port;
        }
    }

    /// <summary>
    /// Keeps the port from other AppHosts (an abstract socket's name, which the kernel frees when we end), and sees whether
    /// anybody listens on it.
    /// </summary>
    private bool Claim(int port)
    {
        var claim = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            claim.Bind(new UnixDomainSocketEndPoint($"\0fourth-p-port-{port}"));
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _claims.Add(claim);
            return true;
        }
        catch (SocketException)
        {
            claim.Dispose();
            return false;
        }
    }
}
