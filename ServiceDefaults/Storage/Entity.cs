using Contracts;

namespace ServiceDefaults.Storage;

/// <summary>
/// What a service keeps. Its verbs guard its state and record facts; saving writes both in one transaction
/// (<c>JournalInterceptor</c>), and raises <see cref="Version"/>.
/// </summary>
public abstract class Entity
{
    private readonly List<RecordedFact> facts = [];

    public Guid Id { get; protected init; } = NewId();

    /// <summary>The concurrency token, and the resource's ETag.</summary>
    public long Version { get; internal set; }

    /// <summary>What routes name it by, and so the audit: its own id, where its entity does not say another.</summary>
    protected internal virtual Guid RouteId => Id;

    internal IReadOnlyList<RecordedFact> RecordedFacts => facts;

    internal void ForgetFacts() => facts.Clear();

    /// <summary>Records a fact that leaves the service with this entity's next save.</summary>
    /// <param name="hub">The hub whose stream it belongs to, or <see cref="JournalEntry.PlatformHub"/>.</param>
    protected void Record(IEvent fact, string hub, Guid? taskForceId = null) =>
        facts.Add(new RecordedFact(fact, hub, taskForceId));

    /// <summary>
    /// A UUIDv7 whose time part is the day only: ids travel to other agencies, and the millisecond in which a client
    /// was taken in can identify her (release-of-information, rule 18).
    /// </summary>
    public static Guid NewId() => Guid.CreateVersion7(DateTimeOffset.UtcNow.Date);
}

internal sealed record RecordedFact(IEvent Fact, string Hub, Guid? TaskForceId);
