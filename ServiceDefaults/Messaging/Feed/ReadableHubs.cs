using System.Security.Claims;
using Contracts;

namespace ServiceDefaults.Messaging.Feed;

/// <summary>
/// Whose streams a service's token reads. One that works for a hub alone, as its Reporting does, has the scope
/// <c>journal:{hub}</c> and reads that hub's streams and the platform's; one without such a scope works for all.
/// </summary>
internal sealed record ReadableHubs(IReadOnlyList<string> Named)
{
    private const string Prefix = "journal:";

    public static ReadableHubs Of(ClaimsPrincipal service) => new(
    [
        .. (service.FindFirstValue("scope") ?? "").Split(' ').Where(scope => scope.StartsWith(Prefix, StringComparison.Ordinal)).Select(scope => scope[Prefix.Length..]),
    ]);

    public bool Holds(string hub) => Named.Count == 0 || Named.Contains(hub) || hub == JournalEntry.PlatformHub;
}
