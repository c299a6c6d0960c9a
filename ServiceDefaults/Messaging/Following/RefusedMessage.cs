namespace ServiceDefaults.Messaging.Following;

/// <summary>
/// What the error queue keeps of a message that was not taken: which, and why. Nothing of what it said: whoever wrote it may
/// have written anything, and a dead letter tells of no person (release of information, rule 15). A true fact is still
/// in its journal.
/// </summary>
/// <param name="Reason">A code of ours, or the kind of the error.</param>
/// <param name="Service">The stream it claimed, with <paramref name="Hub"/>; null where there is no such stream.</param>
/// <param name="Position">The position it claimed.</param>
/// <param name="Bytes">How long it was, where nothing more is known.</param>
public sealed record RefusedMessage(
    string Reason, DateTimeOffset RefusedAt, string? Service = null, string? Hub = null, long? Position = null,
    Guid? EventId = null, long? Bytes = null);
