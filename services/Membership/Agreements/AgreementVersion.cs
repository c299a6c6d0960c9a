using Membership.Documents;

namespace Membership.Agreements;

/// <summary>What the parties undertake, besides the document itself.</summary>
/// <param name="Roles">What each does within its normal capacity; of an information-sharing agreement, what is shared with whom.</param>
/// <param name="Timeframe">For how long, and when it is looked at again.</param>
/// <param name="FiscalDuties">Who pays what, if anybody does.</param>
public sealed record AgreementTerms(string Roles, string Timeframe, string? FiscalDuties, DateOnly? StartsOn, DateOnly? ExpiresOn);

/// <summary>One version of an agreement: its terms, its document, and who was asked to sign it.</summary>
public sealed class AgreementVersion
{
    public const int TextLength = 4000;
    public const int ShortLength = 1000;

    private AgreementVersion()
    {
    }

    internal AgreementVersion(Guid agreementId, int number, string? note, AgreementTerms terms)
    {
        (AgreementId, Number, Note) = (agreementId, number, note);
        Change(terms);
    }

    public Guid AgreementId { get; private set; }
    public int Number { get; private set; }
    public AgreementVersionState State { get; private set; }

    /// <summary>No version has followed it.</summary>
    public bool Newest { get; private set; } = true;

    /// <summary>What changed, and why.</summary>
    public string? Note { get; private set; }

    public string Roles { get; private set; } = "";
    public string Timeframe { get; private set; } = "";
    public string? FiscalDuties { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>SHA-256 of the document: what was signed, to the byte.</summary>
    public string? DocumentDigest { get; private set; }

    public long? DocumentSize { get; private set; }
    public DocumentType? DocumentType { get; private set; }

    public DateOnly? OpenedOn { get; private set; }
    public DateOnly? EffectiveOn { get; private set; }

    internal void Change(AgreementTerms terms) =>
        (Roles, Timeframe, FiscalDuties, StartsOn, ExpiresOn) = (terms.Roles, terms.Timeframe, terms.FiscalDuties, terms.StartsOn, terms.ExpiresOn);

    internal void Attach(string digest, long size, DocumentType type) => (DocumentDigest, DocumentSize, DocumentType) = (digest, size, type);

    internal void Open(DateOnly today)
    {
        if (DocumentDigest is null) throw new InvalidOperationException("Nobody signs a version without a document.");
        (State, OpenedOn) = (AgreementVersionState.OpenForSignature, today);
    }

    internal void TakeEffect(DateOnly from) => (State, EffectiveOn) = (AgreementVersionState.InForce, from);

    internal void Follow() => Newest = false;

    internal void Supersede() => State = AgreementVersionState.Superseded;

    internal void Drop() => State = AgreementVersionState.Dropped;
}
