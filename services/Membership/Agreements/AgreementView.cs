using Contracts;
using Membership.Documents;

namespace Membership.Agreements;

/// <summary>An agreement with its versions. It never replaces a release: it opens nothing that identifies a person.</summary>
/// <param name="InForce">Whether it binds its parties today.</param>
/// <param name="NumberInForce">The version that all have signed last.</param>
/// <param name="LastDay">The last day, where it was terminated.</param>
/// <param name="Versions">The newest first.</param>
public sealed record AgreementView(
    Guid Id, AgreementKind Kind, string Title, AgreementState State, bool InForce, int? NumberInForce, DateOnly? EffectiveOn, DateOnly? ExpiresOn,
    DateOnly? NoticeGivenOn, DateOnly? LastDay, string? TerminationReason, IReadOnlyList<AgreementPartyView> Parties,
    IReadOnlyList<AgreementVersionView> Versions)
{
    internal static AgreementView Of(Agreement agreement, DateOnly today) => new(
        agreement.Id, agreement.Kind, agreement.Title, agreement.StateOn(today), agreement.IsInForceOn(today), agreement.NumberInForce,
        agreement.EffectiveOn, agreement.ExpiresOn, agreement.NoticeGivenOn, agreement.LastDay, agreement.TerminationReason,
        [.. agreement.Parties.OrderBy(party => party.InForceFrom).ThenBy(party => party.AgencyId).Select(AgreementPartyView.Of)],
        [.. agreement.Versions.OrderByDescending(version => version.Number).Select(version => AgreementVersionView.Of(version, agreement.Signatories))]);
}

/// <summary>An agency that the agreement binds.</summary>
/// <param name="LastDay">Its last day, where it withdrew or an amendment goes on without it.</param>
public sealed record AgreementPartyView(Guid AgencyId, DateOnly InForceFrom, DateOnly? LastDay, string? WithdrawalReason)
{
    internal static AgreementPartyView Of(AgreementParty party) => new(party.AgencyId, party.InForceFrom, party.LastDay, party.WithdrawalReason);
}

/// <summary>One version of an agreement.</summary>
/// <param name="Note">What changed, and why.</param>
public sealed record AgreementVersionView(
    int Number, AgreementVersionState State, string? Note, string Roles, string Timeframe, string? FiscalDuties, DateOnly? StartsOn, DateOnly? ExpiresOn,
    DocumentView? Document, DateOnly? OpenedOn, DateOnly? EffectiveOn, IReadOnlyList<SignatoryView> Signatories)
{
    internal static AgreementVersionView Of(AgreementVersion version, IEnumerable<Signatory> signatories) => new(
        version.Number, version.State, version.Note, version.Roles, version.Timeframe, version.FiscalDuties, version.StartsOn, version.ExpiresOn,
        DocumentView.Of(version), version.OpenedOn, version.EffectiveOn,
        [.. signatories.Where(signatory => signatory.VersionNumber == version.Number).OrderBy(signatory => signatory.Id).Select(SignatoryView.Of)]);
}

/// <summary>A version's document.</summary>
/// <param name="Digest">SHA-256, in lower-case hexadecimal: what is signed, to the byte.</param>
/// <param name="Size">In bytes.</param>
public sealed record DocumentView(string Digest, long Size, string MediaType)
{
    internal static DocumentView? Of(AgreementVersion version) => version.DocumentDigest is null
        ? null : new(version.DocumentDigest, version.DocumentSize!.Value, version.DocumentType!.Value.MediaType());
}

/// <summary>A required signatory.</summary>
/// <param name="Capacity">The office that signs.</param>
/// <param name="RecordedByCoordinator">The coordinator noted it, from ink on paper; the agency did not do so itself.</param>
public sealed record SignatoryView(
    Guid Id, Guid AgencyId, string Capacity, bool NeedsBoardApproval, SignatoryState State, DateOnly? AwaitingBoardSince, DateOnly? BoardExpectedOn,
    DateOnly? BoardApprovedOn, SignatureMethod? Method, DateOnly? SignedOn, Guid? SignedBySeatId, string? EvidenceDigest, bool RecordedByCoordinator)
{
    internal static SignatoryView Of(Signatory signatory) => new(
        signatory.Id, signatory.AgencyId, signatory.Capacity, signatory.NeedsBoardApproval, signatory.State, signatory.AwaitingBoardSince,
        signatory.BoardExpectedOn, signatory.BoardApprovedOn, signatory.Method, signatory.SignedOn, signatory.SignedBySeatId,
        signatory.EvidenceDigest, signatory.RecordedByCoordinator);
}
