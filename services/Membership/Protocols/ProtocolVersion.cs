using Contracts;
using Contracts.Membership;
using Membership.Protocols.Steps;
using ServiceDefaults.Storage;

namespace Membership.Protocols;

/// <summary>Only a draft is edited; only an adopted version is in force.</summary>
public enum ProtocolState { Draft, Adopted, Superseded, Retired }

/// <summary>One version of a protocol: its text, and the steps of a response.</summary>
public sealed class ProtocolVersion : Entity
{
    public const int TextLength = 50_000;

    private readonly List<ResponseStep> steps = [];

    private ProtocolVersion()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid ProtocolId { get; private set; }
    public Protocol Protocol { get; private set; } = null!;
    public ProtocolTopic Topic { get; private set; }
    public int Number { get; private set; }
    public ProtocolState State { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>How often it was edited; a stored number, so that every change of a step raises the version.</summary>
    public int Edits { get; private set; }

    public DateOnly EditedOn { get; private set; }
    public DateOnly? AdoptedOn { get; private set; }
    public Guid? AdoptedBy { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Unordered as they come from the database: <see cref="InOrder"/> has the protocol's own order.</summary>
    public IReadOnlyList<ResponseStep> Steps => steps;

    public IEnumerable<ResponseStep> InOrder() => steps.OrderBy(step => step.Position);

    internal static ProtocolVersion Draft(Protocol protocol, int number, string text, ProtocolVersion? from, DateOnly today)
    {
        var version = new ProtocolVersion
        {
            Hub = protocol.Hub, TaskForceId = protocol.TaskForceId, ProtocolId = protocol.Id, Protocol = protocol, Topic = protocol.Topic,
            Number = number, Text = text, EditedOn = today,
        };
        if (from is not null) version.steps.AddRange(from.InOrder().Select(step => step.CopyTo(version)));
        return version;
    }

    internal void Write(string text, DateOnly today)
    {
        Edit(today);
        Text = text;
    }

    internal void ReplaceSteps(IEnumerable<ResponseStep> replacement, DateOnly today)
    {
        Edit(today);
        steps.Clear();
        steps.AddRange(replacement);
    }

    internal void Adopt(Guid decisionId, DateOnly today)
    {
        GuardDraft();
        (State, AdoptedBy, AdoptedOn) = (ProtocolState.Adopted, decisionId, today);
        Record(new ProtocolAdopted(ProtocolId, Number, TaskForceId, Topic, today), Hub, TaskForceId);
    }

    internal void End(ProtocolState how, DateOnly today)
    {
        if (State != ProtocolState.Adopted) throw new InvalidOperationException("Only what is in force ends.");
        (State, EndedOn) = (how, today);
    }

    private void Edit(DateOnly today)
    {
        GuardDraft();
        Edits++;
        EditedOn = today;
    }

    private void GuardDraft()
    {
        if (State != ProtocolState.Draft) throw new InvalidOperationException("Only a draft is edited or adopted.");
    }
}
