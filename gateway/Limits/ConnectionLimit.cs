using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Gateway.Edge;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Gateway.Limits;

/// <summary>
/// So many connections of one address: who opens more, and sends nothing on them, takes them from nobody else. There is no
/// request yet that a problem could be the answer to, so it is written as it stands; within TLS nothing can be said at all.
/// </summary>
public sealed class ConnectionLimit(IOptions<LimitSettings> options, KnownProxies proxies)
{
    private const string Policy = "connections";
    private const byte TlsHandshake = 0x16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(Written());

    private readonly ConcurrentDictionary<UInt128, int> open = new();

    public async Task CheckAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        if (proxies.Contain(address))
        {
            await next(connection);
            return;
        }

        var key = AddressKey.Of(address);
        try
        {
            if (open.AddOrUpdate(key, 1, static (_, count) => count + 1) <= options.Value.Connections)
                await next(connection);
            else
                await RefuseAsync(connection);
        }
        finally
        {
            if (open.AddOrUpdate(key, 0, static (_, count) => count - 1) == 0)
                open.TryRemove(new(key, 0));
        }
    }

    private static async Task RefuseAsync(ConnectionContext connection)
    {
        Refusals.Count(Policy);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var read = await connection.Transport.Input.ReadAsync(patience.Token);
            if (!read.Buffer.IsEmpty && read.Buffer.FirstSpan[0] != TlsHandshake)
                await connection.Transport.Output.WriteAsync(Answer, patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // Nobody asked anything, or nobody is there.
        }
    }

    private static string Written()
    {
        var body = $$"""
            {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded","title":"Request cannot be satisfied as assigned quota has been exceeded","status":429,"detail":"There are too many connections from your address. Use the ones you have; wait as long as Retry-After says before you open another.","violated-policies":["{{Policy}}"]}
            """;
        return $"HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/problem+json\r\nContent-Length: {body.Length}\r\nRetry-After: 5\r\n"
            + "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n" + body;
    }
}
