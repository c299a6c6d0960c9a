using ServiceDefaults.Storage;

namespace Membership.Agreements;

/// <summary>Who must sign: an agency, in the capacity of an office, not by a person's name.</summary>
public sealed record RequiredSignatory(Guid AgencyId, string Capacity, bool NeedsBoardApproval);

/// <summary>A signature as it was given.</summary>
/// <param name="SeatId">Who signed for the agency.</param>
/// <param name="EvidenceDigest">SHA-256 of what proves it, such as a scan or a resolution.</param>
/// <param name="RecordedByCoordinator">Noted by the coordinator, from ink on paper.</param>
public sealed record Signature(
    SignatureMethod Method, DateOnly SignedOn, Guid SeatId, DateOnly? BoardApprovedOn, string? EvidenceDigest, bool RecordedByCoordinator);

/// <summary>One required signatory of one version of an agreement.</summary>
public sealed class Signatory
{
    private Signatory()
    {
    }

    internal Signatory(Guid agreementId, int versionNumber, RequiredSignatory required)
    {
        (AgreementId, VersionNumber) = (agreementId, versionNumber);
        (AgencyId, Capacity, NeedsBoardApproval) = (required.AgencyId, required.Capacity, required.NeedsBoardApproval);
    }

    public Guid Id { get; private set; } = Entity.NewId();
    public Guid AgreementId { get; private set; }
    public int VersionNumber { get; private set; }

    /// <summary>Of the newest version.</summary>
    public bool Newest { get; private set; } = true;

    public Guid AgencyId { get; private set; }

    /// <summary>The office that signs, such as "executive director".</summary>
    public string Capacity { get; private set; } = "";

    public bool NeedsBoardApproval { get; private set; }
    public SignatoryState State { get; private set; }
    public DateOnly? AwaitingBoardSince { get; private set; }
    public DateOnly? BoardExpectedOn { get; private set; }
    public DateOnly? BoardApprovedOn { get; private set; }
    public SignatureMethod? Method { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public Guid? SignedBySeatId { get; private set; }
    public string? EvidenceDigest { get; private set; }
    public bool RecordedByCoordinator { get; private set; }

    public RequiredSignatory Required => new(AgencyId, Capacity, NeedsBoardApproval);

    internal void AwaitBoard(DateOnly since, DateOnly? expectedOn)
    {
        Guard();
        if (!NeedsBoardApproval) throw new InvalidOperationException("No board has to approve this.");
        (State, AwaitingBoardSince, BoardExpectedOn) = (SignatoryState.AwaitingBoard, AwaitingBoardSince ?? since, expectedOn);
    }

    internal void Sign(Signature signature)
    {
        Guard();
        if (NeedsBoardApproval && signature.BoardApprovedOn is null) throw new InvalidOperationException("The board has not approved.");
        State = SignatoryState.Signed;
        (Method, SignedOn, SignedBySeatId) = (signature.Method, signature.SignedOn, signature.SeatId);
        (BoardApprovedOn, EvidenceDigest, RecordedByCoordinator) = (signature.BoardApprovedOn, signature.EvidenceDigest, signature.RecordedByCoordinator);
    }

    internal void Follow() => Newest = false;

    private void Guard()
    {
        if (State == SignatoryState.Signed) throw new InvalidOperationException("It is signed, and nobody signs twice.");
    }
}
