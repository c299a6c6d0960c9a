using Contracts;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Agreements;

/// <summary>
/// A memorandum of understanding, or an agreement on what information is shared, between member agencies: drafted in
/// versions, opened for signature, and in force once all have signed. A later version amends it; until all have signed
/// that too, the one before stays in force.
/// </summary>
/// <remarks>
/// It never replaces a release: that agencies agreed to share, or that both are members, opens nothing that identifies a
/// person. Only the person's own release does.
/// </remarks>
public sealed partial class Agreement : Entity
{
    public const int MostVersions = 100;

    private readonly List<AgreementVersion> versions = [];
    private readonly List<Signatory> signatories = [];
    private readonly List<AgreementParty> parties = [];

    private Agreement()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public AgreementKind Kind { get; private set; }

    /// <summary>In the task force's own words. Stays here.</summary>
    public string Title { get; private set; } = "";

    public AgreementState State { get; private set; }

    /// <summary>The newest version's number.</summary>
    public int LatestNumber { get; private set; }

    /// <summary>The number of the version that all have signed last.</summary>
    public int? NumberInForce { get; private set; }

    /// <summary>The first day in force.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>The last day by its own terms; none where it runs until it is terminated.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateOnly? NoticeGivenOn { get; private set; }

    /// <summary>The last day, where it was terminated.</summary>
    public DateOnly? LastDay { get; private set; }

    public string? TerminationReason { get; private set; }

    /// <summary>Raised by every change of a part, so that the version and with it the ETag tells of it.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<AgreementVersion> Versions => versions;

    /// <summary>The required signatories of every version.</summary>
    public IReadOnlyList<Signatory> Signatories => signatories;

    /// <summary>The agencies between which it is or was in force.</summary>
    public IReadOnlyList<AgreementParty> Parties => parties;

    public AgreementVersion Latest => versions.Single(version => version.Number == LatestNumber);

    /// <summary>Those who sign the newest version.</summary>
    public IEnumerable<Signatory> LatestSignatories => signatories.Where(signatory => signatory.VersionNumber == LatestNumber);

    public static Agreement Draft(TaskForce taskForce, AgreementKind kind, string title, AgreementTerms terms)
    {
        var agreement = new Agreement { Hub = taskForce.Hub, TaskForceId = taskForce.Id, Kind = kind, Title = title, LatestNumber = 1 };
        agreement.versions.Add(new AgreementVersion(agreement.Id, 1, null, terms));
        return agreement;
    }

    /// <summary>As it stands on a day: its last day may have passed though nobody has noted it yet.</summary>
    public AgreementState StateOn(DateOnly day) =>
        State == AgreementState.Effective && ExpiresOn < day ? AgreementState.Expired : State;

    public bool IsInForceOn(DateOnly day) => EffectiveOn <= day && !(ExpiresOn < day) && !(LastDay < day);

    /// <summary>What the state allows. The whole table; every verb is held to it.</summary>
    public IReadOnlyList<AgreementVerb> AllowedOn(DateOnly day) => (StateOn(day), Latest.State) switch
    {
        (AgreementState.Drafting, _) => [.. Drafting, AgreementVerb.Abandon],
        (AgreementState.OpenForSignature, _) => [.. Signing, AgreementVerb.Abandon],
        (AgreementState.Effective, AgreementVersionState.Draft) => [.. Drafting, AgreementVerb.DropVersion, .. InForce],
        (AgreementState.Effective, AgreementVersionState.OpenForSignature) => [.. Signing, AgreementVerb.DropVersion, .. InForce],
        (AgreementState.Effective, _) => [AgreementVerb.DraftVersion, .. InForce],
        _ => [],
    };

    private static readonly AgreementVerb[] Drafting =
        [AgreementVerb.ChangeTerms, AgreementVerb.NameSignatories, AgreementVerb.AttachDocument, AgreementVerb.DraftVersion, AgreementVerb.Open];

    private static readonly AgreementVerb[] Signing = [AgreementVerb.DraftVersion, AgreementVerb.AwaitBoard, AgreementVerb.Sign];

    private static readonly AgreementVerb[] InForce = [AgreementVerb.Withdraw, AgreementVerb.Terminate];

    private void Guard(AgreementVerb verb, DateOnly day)
    {
        if (!AllowedOn(day).Contains(verb)) throw new InvalidOperationException($"An agreement that is {StateOn(day)} does not allow {verb}.");
        Changes++;
    }
}
