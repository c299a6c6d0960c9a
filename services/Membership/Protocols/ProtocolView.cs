using Contracts;
using Membership.Protocols.Steps;

namespace Membership.Protocols;

/// <summary>A protocol.</summary>
/// <param name="AdoptedVersion">The version in force; none before the first adoption and after retirement.</param>
/// <param name="DraftVersion">The version being written.</param>
public sealed record ProtocolView(Guid Id, Guid TaskForceId, ProtocolTopic Topic, string Title, int? AdoptedVersion, int? DraftVersion, int LastVersion)
{
    internal static ProtocolView Of(Protocol protocol) => new(
        protocol.Id, protocol.TaskForceId, protocol.Topic, protocol.Title, protocol.AdoptedVersion, protocol.DraftVersion, protocol.LastVersion);
}

/// <summary>One version of a protocol, without its text.</summary>
/// <param name="Id">What a decision about it names as its subject.</param>
public sealed record ProtocolVersionSummary(
    Guid Id, Guid ProtocolId, int Number, ProtocolState State, DateOnly EditedOn, DateOnly? AdoptedOn, Guid? AdoptedBy, DateOnly? EndedOn)
{
    internal static ProtocolVersionSummary Of(ProtocolVersion version) => new(
        version.Id, version.ProtocolId, version.Number, version.State, version.EditedOn, version.AdoptedOn, version.AdoptedBy, version.EndedOn);
}

/// <summary>One version of a protocol.</summary>
/// <param name="Id">What a decision about it names as its subject.</param>
/// <param name="Edits">How often it was edited: which text of it a decision about it names.</param>
/// <param name="IdentityByReleaseOnly">Always: no protocol opens a person's identity, only that person's release does.</param>
public sealed record ProtocolVersionView(
    Guid Id, Guid ProtocolId, ProtocolTopic Topic, string Title, int Number, ProtocolState State, string Text, int Edits,
    DateOnly EditedOn, DateOnly? AdoptedOn, Guid? AdoptedBy, DateOnly? EndedOn, bool IdentityByReleaseOnly, IReadOnlyList<ResponseStepView> Steps)
{
    /// <summary>With <see cref="ProtocolVersion.Protocol"/> and the steps loaded.</summary>
    internal static ProtocolVersionView Of(ProtocolVersion version) => new(
        version.Id, version.ProtocolId, version.Topic, version.Protocol.Title, version.Number, version.State, version.Text, version.Edits,
        version.EditedOn, version.AdoptedOn, version.AdoptedBy, version.EndedOn, true, [.. version.InOrder().Select(ResponseStepView.Of)]);
}
