using Contracts;

namespace ServiceDefaults.Messaging;

/// <summary>
/// A reaction to another service's fact. Take the service's context in the constructor, change it, and do not save:
/// the whole run and the watermark are saved together. Look things up with <c>FindAsync</c>, which also sees what an
/// earlier event of the same run added; a query does not.
/// Must give the same result when the stream is read again from its start, so it uses nothing but the event, the entry
/// and the context: no clock, no other service.
/// </summary>
public interface IReactTo<in TEvent> where TEvent : IEvent
{
    Task ReactAsync(TEvent fact, JournalEntry entry, CancellationToken cancellationToken);
}
