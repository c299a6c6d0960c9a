using Membership.Documents;

namespace Membership.Agreements;

/// <summary>Its drafting: terms, signatories, document, and the versions that follow one another.</summary>
public sealed partial class Agreement
{
    public void ChangeTerms(string title, AgreementTerms terms, DateOnly today)
    {
        Guard(AgreementVerb.ChangeTerms, today);
        Title = title;
        Latest.Change(terms);
    }

    /// <summary>Names who must sign the draft, in the place of those named before.</summary>
    public void Name(IEnumerable<RequiredSignatory> required, DateOnly today)
    {
        Guard(AgreementVerb.NameSignatories, today);
        signatories.RemoveAll(signatory => signatory.VersionNumber == LatestNumber);
        signatories.AddRange(required.Select(one => new Signatory(Id, LatestNumber, one)));
    }

    internal void Attach(string digest, long size, DocumentType type, DateOnly today)
    {
        Guard(AgreementVerb.AttachDocument, today);
        Latest.Attach(digest, size, type);
    }

    /// <summary>
    /// A new draft with the same signatories, but for those of a party that has withdrawn. A draft before it is superseded; one that was open for signature too, and
    /// what was signed of it counts no more. What is in force stays so.
    /// </summary>
    public void DraftVersion(string note, AgreementTerms terms, DateOnly today)
    {
        Guard(AgreementVerb.DraftVersion, today);
        var required = LatestSignatories.Select(signatory => signatory.Required).Where(one => !HasWithdrawn(one.AgencyId)).ToList();
        if (Latest.State != AgreementVersionState.InForce) Latest.Supersede();
        Latest.Follow();
        foreach (var former in signatories) former.Follow();
        LatestNumber++;
        versions.Add(new AgreementVersion(Id, LatestNumber, note, terms));
        signatories.AddRange(required.Select(one => new Signatory(Id, LatestNumber, one)));
        if (State == AgreementState.OpenForSignature) State = AgreementState.Drafting;
    }

    /// <summary>It was a party, and is none any more or will not be after its last day.</summary>
    private bool HasWithdrawn(Guid agencyId) =>
        parties.Any(party => party.AgencyId == agencyId) && parties.All(party => party.AgencyId != agencyId || party.LastDay is not null);

    /// <summary>Fixes the draft, which nobody changes from now on, and asks all signatories to sign it.</summary>
    public void OpenForSignature(DateOnly today)
    {
        Guard(AgreementVerb.Open, today);
        Latest.Open(today);
        if (State == AgreementState.Drafting) State = AgreementState.OpenForSignature;
    }

    /// <summary>Gives up an amendment: what is in force stays as it is.</summary>
    public void DropVersion(DateOnly today)
    {
        Guard(AgreementVerb.DropVersion, today);
        Latest.Drop();
    }

    /// <summary>Gives up what was never in force.</summary>
    public void Abandon(DateOnly today)
    {
        Guard(AgreementVerb.Abandon, today);
        Latest.Drop();
        State = AgreementState.Abandoned;
    }
}
