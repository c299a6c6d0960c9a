using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Identity.Discovery;

internal static class Proxies
{
    /// <summary>X-Forwarded headers count where they come from loopback or a proxy that configuration names, and nowhere else.</summary>
    public static void AddKnownProxies(this IServiceCollection services, IEnumerable<string> known) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.All;
            foreach (var proxy in known)
            {
                if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
                else options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
}
