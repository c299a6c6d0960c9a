using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Limits;

/// <summary>Whom an address counts for: an IPv4 address for itself, IPv6 by the /64 that one household or office holds.</summary>
public static class AddressKey
{
    public static UInt128 Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is null || !address.TryWriteBytes(bytes, out var length))
            return UInt128.Zero;
        if (length == 4)
            return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && address.IsIPv4MappedToIPv6)
            return BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        return new UInt128(BinaryPrimitives.ReadUInt64BigEndian(bytes), 0);
    }
}
