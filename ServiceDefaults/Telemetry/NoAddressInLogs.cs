using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// No setting has the logs tell an address: it may be a secret, as a calendar's is. The framework, the proxy and HTTP's
/// client tell whole addresses in many places below a warning, and a rule of the configuration wins over one of ours
/// wherever it names a provider or a longer category. So ours is no rule beside the others: it goes into each of them,
/// whatever it names and whenever it is read again.
/// </summary>
internal sealed class NoAddressInLogs : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Addressed = ["Microsoft.AspNetCore", "System.Net", "Yarp", "Microsoft.Extensions.Http"];

    /// <summary>Of those, what tells the route's pattern or no request at all.</summary>
    private static readonly string[] Harmless =
        ["Microsoft.AspNetCore.Routing.EndpointMiddleware", "Microsoft.AspNetCore.Authorization.DefaultAuthorizationService"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var rules = options.Rules.Select(rule => Limit(rule.ProviderName, rule.CategoryName, rule.LogLevel, rule.Filter)).ToList();
        options.Rules.Clear();
        // For a category that no other rule is about.
        options.Rules.Add(Limit(null, null, options.MinLevel, null));
        foreach (var rule in rules) options.Rules.Add(rule);
        // The server's scope holds the path of the request.
        options.CaptureScopes = false;
    }

    private static LoggerFilterRule Limit(string? provider, string? category, LogLevel? level, Func<string?, string?, LogLevel, bool>? filter) => new(
        provider, category, level,
        (toProvider, from, at) => (at >= LogLevel.Warning || !TellsAddresses(from)) && filter?.Invoke(toProvider, from, at) is not false);

    private static bool TellsAddresses(string? category) =>
        category is not null && !Harmless.Contains(category, StringComparer.OrdinalIgnoreCase)
        && Addressed.Any(prefix => category.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
