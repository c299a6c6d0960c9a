using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Parts;

/// <summary>HTTP as it is written on the wire: no client tidies the path first.</summary>
public static class Raw
{
    /// <summary>Sends one request and reads until the gateway closes; the answer's status, head and body.</summary>
    public static async Task<(int Status, string Head, string Body)> SendAsync(Uri address, string target, string? token, params string[] headers)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        var head = new StringBuilder($"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n");
        if (token is not null)
            head.Append("Authorization: Bearer ").Append(token).Append("\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = await reader.ReadToEndAsync();
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(answer.AsSpan(9, 3), provider: null), answer[..end], answer[(end + 4)..]);
    }
}
