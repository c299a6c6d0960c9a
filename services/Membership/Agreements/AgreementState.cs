namespace Membership.Agreements;

/// <summary>Where an agreement stands. Effective means signed by all; from which day on it is in force, its dates say.</summary>
public enum AgreementState { Drafting, OpenForSignature, Effective, Expired, Terminated, Abandoned }

/// <summary>Where one version of it stands.</summary>
public enum AgreementVersionState { Draft, OpenForSignature, InForce, Superseded, Dropped }

/// <summary>How a signatory stands to the version that is to be signed.</summary>
public enum SignatoryState { Pending, AwaitingBoard, Signed }

/// <summary>How it was signed.</summary>
public enum SignatureMethod { WetInk, Electronic, ByResolution, ByEmailConfirmation }

/// <summary>What can be done with an agreement; which of it, its state says.</summary>
public enum AgreementVerb
{
    ChangeTerms, NameSignatories, AttachDocument, DraftVersion, Open, AwaitBoard, Sign, DropVersion, Withdraw, Terminate, Abandon,
}
