namespace Contracts;

/// <summary>The one envelope in which every fact travels: on the exchange <c>journal</c> and in the feeds alike.</summary>
/// <param name="Service">The publishing service, such as <c>case-referral</c>. With the hub it names a stream.</param>
/// <param name="Hub">The hub's code, or <c>platform</c> for what belongs to none.</param>
/// <param name="Position">1, 2, 3… without a gap within the stream.</param>
/// <param name="EventId">The same on every delivery of this fact.</param>
/// <param name="Type">The event's name in kebab case.</param>
/// <param name="Version">The version of the payload's shape.</param>
/// <param name="TaskForceId">Where it applies, if it belongs to one task force.</param>
/// <param name="OccurredOn">The day (UTC). Never finer: an hour can identify (release-of-information, rule 18).</param>
/// <param name="Payload">JSON of the event's record.</param>
/// <param name="TraceParent">W3C trace context of the request that made the fact.</param>
public sealed record JournalEntry(
    string Service,
    string Hub,
    long Position,
    Guid EventId,
    string Type,
    int Version,
    Guid? TaskForceId,
    DateOnly OccurredOn,
    string Payload,
    string? TraceParent)
{
    /// <summary>The hub of facts that belong to no region.</summary>
    public const string PlatformHub = "platform";
}
