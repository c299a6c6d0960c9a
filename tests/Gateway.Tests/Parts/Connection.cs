using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Parts;

/// <summary>A connection on which a test sends what it likes, as slowly as it likes.</summary>
public sealed class Connection(TcpClient socket) : IDisposable
{
    public static async Task<Connection> OpenAsync(Uri address)
    {
        var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new Connection(socket);
    }

    public async Task SendAsync(string text) => await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Everything until the gateway closes, which it does after such an answer.</summary>
    public async Task<string> ReadAsync()
    {
        using var reader = new StreamReader(socket.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void Dispose() => socket.Dispose();
}
