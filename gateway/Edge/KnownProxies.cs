using System.Net;
using Gateway.Routes;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Gateway.Edge;

/// <summary>
/// Where another proxy stands before the gateway, the client's address is what that proxy says; limits would otherwise
/// count all clients as one. Only the last address counts: those before it are what a client wrote.
/// </summary>
public sealed class KnownProxies(IOptions<GatewayOptions> options)
{
    private readonly List<IPNetwork> networks = [.. options.Value.KnownProxies.Select(NetworkOf)];

    public ForwardedHeadersOptions? Believed
    {
        get
        {
            if (networks.Count == 0)
                return null;
            var believed = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            believed.KnownProxies.Clear();
            believed.KnownIPNetworks.Clear();
            foreach (var network in networks)
                believed.KnownIPNetworks.Add(network);
            return believed;
        }
    }

    public bool Contain(IPAddress? address)
    {
        if (address is null || networks.Count == 0)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Exists(network => network.Contains(plain));
    }

    private static IPNetwork NetworkOf(string proxy) => IPNetwork.TryParse(proxy, out var network)
        ? network
        : IPAddress.TryParse(proxy, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new InvalidOperationException("Gateway:KnownProxies names something that is neither an address nor a network (CIDR).");
}
