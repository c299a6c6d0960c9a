using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace ServiceDefaults.Discovery;

/// <summary>Where the platform's services are: <c>services:{name}:http:0..n</c>, one for each replica.</summary>
internal sealed class ServiceAddresses(IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, int> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All replicas, beginning with the one whose turn it is; empty for a host that is none of ours.</summary>
    public IReadOnlyList<Uri> Of(string service)
    {
        var section = configuration.GetSection($"services:{service}");
        var found = section.GetSection("https").GetChildren().Concat(section.GetSection("http").GetChildren())
            .Select(address => address.Value).OfType<string>().Select(address => new Uri(address)).ToList();
        if (found.Count < 2)
            return found;
        var turn = turns.AddOrUpdate(service, 0, (_, last) => (last + 1) % int.MaxValue) % found.Count;
        return [.. found[turn..], .. found[..turn]];
    }
}
