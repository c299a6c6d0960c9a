using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Testing;

/// <summary>
/// A port that nobody has, and that nobody gets before it is listened on: it is below those that the system gives to
/// outgoing connections, and is given out once.
/// </summary>
public static class FreePort
{
    private const int First = 12_000;
    private const int Behind = 32_000;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Next()
    {
        int port;
        do port = Random.Shared.Next(First, Behind);
        while (!Given.TryAdd(port, true) || !IsFree(port));
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
