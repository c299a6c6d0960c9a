using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Attack.Tests.Platform;
using ServiceDefaults.Access;

namespace Attack.Tests.BadInput;

/// <summary>
/// What is no HTTP at all. The server refuses it before the platform's code sees a request, with a bare status and the
/// connection's end: never a 5xx, never a hang, and nothing read into it.
/// </summary>
[Collection(AttackedPlatform.Name)]
public sealed class RawRequestTests(AttackedPlatform platform)
{
    /// <summary>HTTP's own word for a version that a server does not speak, and no failure.</summary>
    private const int UnknownVersion = 505;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>By name: what stands between the request line and the body, and what the answer may be.</summary>
    public static TheoryData<string, string> Requests => new()
    {
        { "a null byte in the path", "GET /hubs/%00 HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a null byte in the line", "GET /hubs\0 HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a null byte in a header", "GET /hubs HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n" },
        { "a header folded", "GET /hubs HTTP/1.1\r\nHost: x\r\nX-A: a\r\n b\r\n\r\n" },
        { "a header without a colon", "GET /hubs HTTP/1.1\r\nHost: x\r\nX-A\r\n\r\n" },
        { "a space before the colon", "GET /hubs HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\nhello" },
        { "no host", "GET /hubs HTTP/1.1\r\n\r\n" },
        { "two hosts", "GET /hubs HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" },
        { "no version", "GET /hubs\r\n\r\n" },
        { "another version", "GET /hubs HTTP/9.9\r\nHost: x\r\n\r\n" },
        { "no method", " /hubs HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a negative length", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Length: -1\r\n\r\n" },
        { "a length that is no number", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Length: five\r\n\r\nhello" },
        { "a length beyond all numbers", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Length: 99999999999999999999\r\n\r\n" },
        { "a length of a terabyte", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Type: application/json\r\nContent-Length: 1099511627776\r\n\r\n{" },
        { "two lengths", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Length: 2\r\nContent-Length: 5\r\n\r\nhello" },
        { "a chunk that is no number", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n" },
        { "a chunk beyond all numbers", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n" },
        { "an unknown transfer encoding", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Type: application/json\r\nTransfer-Encoding: zq7mark\r\n\r\n{}" },
        { "a length shorter than the body", "POST /hubs HTTP/1.1\r\nHost: x\r\n@Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{\"code\":\"smuggled\",\"name\":\"x\"}" },
        { "a line that never ends", "GET /" + new string('a', 20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "headers that never end", "GET /hubs HTTP/1.1\r\nHost: x\r\nX-A: " + new string('a', 40_000) + "\r\n\r\n" },
        { "a hundred headers", "GET /hubs HTTP/1.1\r\nHost: x\r\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"X-{i}: a\r\n")) + "\r\n" },
        { "TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + new string('\u0007', 200) },
        { "HTTP/2 without agreement", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task What_is_no_HTTP_is_refused_and_harms_nothing(string name, string request)
    {
        await platform.UntilQuietAsync();
        var before = await Content.OfAsync(platform, "membership");
        var token = platform.Mint.TokenFor(new Testing.Person(Roles.PlatformAdmin));
        foreach (var service in new[] { "membership", "gateway" })
        {
            var sent = request.Replace("@", $"Authorization: Bearer {token}\r\n", StringComparison.Ordinal);
            var answer = await SayAsync(service, service == "gateway" ? sent.Replace(" /hubs", " /api/membership/hubs", StringComparison.Ordinal) : sent);
            // The connection may also just end, as at what speaks another protocol.
            if (answer.Length > 0 && answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                Assert.True(int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) is (>= 400 and < 500) or UnknownVersion, $"{name} at {service}: {answer}");
            Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(Text.Mark, answer, StringComparison.Ordinal);
            using var healthy = await platform.To(service).GetAsync("/health/live");
            Assert.True(healthy.IsSuccessStatusCode, $"{service} after {name}");
        }

        Assert.Equal(before, await Content.OfAsync(platform, "membership"));
    }

    /// <summary>Everything that comes back until the server ends it, or falls silent after an answer.</summary>
    private async Task<string> SayAsync(string service, string request)
    {
        using var limit = new CancellationTokenSource(Longest);
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", platform.AddressOf(service).Port, limit.Token);
        var (stream, answer) = (connection.GetStream(), new StringBuilder());
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
            connection.Client.Shutdown(SocketShutdown.Send);
            var buffer = new byte[8192];
            while (await stream.ReadAsync(buffer, limit.Token) is > 0 and var read) answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Ended by the server while we still spoke.
        }

        return answer.ToString();
    }
}
