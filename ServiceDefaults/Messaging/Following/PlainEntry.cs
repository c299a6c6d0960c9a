using System.Text.RegularExpressions;
using Contracts;

namespace ServiceDefaults.Messaging.Following;

/// <summary>
/// Hubs and types of events are codes. A message that calls itself otherwise is none of ours, and its words must not come
/// into an address, a log line or a table.
/// </summary>
internal static partial class PlainEntry
{
    public static bool Is(JournalEntry entry) => Code().IsMatch(entry.Hub) && Code().IsMatch(entry.Type);

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,99}\z")]
    private static partial Regex Code();
}
