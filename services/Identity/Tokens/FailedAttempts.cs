using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Tokens;

/// <summary>How often one address lately failed to authenticate as one client.</summary>
public sealed class FailedAttempts
{
    /// <summary>SHA-256 over client id and address: what was sent as a client id may be anything, a mispasted secret included.</summary>
    public required string Key { get; init; }

    public int Count { get; init; }
    public DateTimeOffset LastAt { get; init; }

    /// <summary>The audit already says that attempts are being delayed.</summary>
    public bool DelayAudited { get; init; }

    internal static string KeyOf(string clientId, IPAddress? remote) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId}\n{Network(remote)}")));

    /// <summary>One customer has a whole /64 of IPv6 addresses, and could take another for every attempt.</summary>
    private static string Network(IPAddress? remote)
    {
        if (remote is null) return "";
        if (remote.IsIPv4MappedToIPv6) remote = remote.MapToIPv4();
        return remote.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(remote.GetAddressBytes().AsSpan(0, 8))
            : remote.ToString();
    }
}
