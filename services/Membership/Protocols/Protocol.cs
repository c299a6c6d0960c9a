using Contracts;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Protocols;

/// <summary>
/// A written practice of a task force, through all its versions. One draft at a time and one adopted version: both
/// numbers are kept here, so that of two who change them at the same moment one is refused.
/// </summary>
public sealed class Protocol : Entity
{
    public const int TitleLength = 200;

    private Protocol()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public ProtocolTopic Topic { get; private set; }
    public string Title { get; private set; } = "";
    public int LastVersion { get; private set; }
    public int? DraftVersion { get; private set; }
    public int? AdoptedVersion { get; private set; }

    internal static Protocol Begin(TaskForce taskForce, ProtocolTopic topic, string title) =>
        new() { Hub = taskForce.Hub, TaskForceId = taskForce.Id, Topic = topic, Title = title };

    /// <summary>The first draft, or the next one, which starts from what is in force.</summary>
    internal ProtocolVersion Draft(string text, ProtocolVersion? from, DateOnly today)
    {
        if (DraftVersion is not null) throw new InvalidOperationException("There is a draft already.");

        DraftVersion = ++LastVersion;
        return ProtocolVersion.Draft(this, LastVersion, text, from, today);
    }

    /// <summary>The draft is gone; its number is not given again.</summary>
    internal void Discard() => DraftVersion = null;

    internal void Adopt(ProtocolVersion version, ProtocolVersion? before, Guid decisionId, DateOnly today)
    {
        version.Adopt(decisionId, today);
        before?.End(ProtocolState.Superseded, today);
        (DraftVersion, AdoptedVersion) = (null, version.Number);
    }

    internal void Retire(ProtocolVersion version, DateOnly today)
    {
        version.End(ProtocolState.Retired, today);
        AdoptedVersion = null;
    }
}
