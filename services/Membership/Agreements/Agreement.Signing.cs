using Contracts.Membership;

namespace Membership.Agreements;

/// <summary>Its signing, until all have signed and it takes effect.</summary>
public sealed partial class Agreement
{
    /// <summary>A signatory's board has it before it.</summary>
    public void AwaitBoard(Signatory signatory, DateOnly since, DateOnly? expectedOn, DateOnly today)
    {
        Guard(AgreementVerb.AwaitBoard, today);
        signatory.AwaitBoard(since, expectedOn);
    }

    /// <summary>One signs. The last who does puts it in force.</summary>
    public void Sign(Signatory signatory, Signature signature, DateOnly today)
    {
        Guard(AgreementVerb.Sign, today);
        signatory.Sign(signature);
        Record(new AgreementSigned(TaskForceId, Id, Kind, LatestNumber, signatory.AgencyId, signature.SignedOn), Hub, TaskForceId);
        if (LatestSignatories.All(one => one.State == SignatoryState.Signed)) TakeEffect();
    }

    /// <summary>From the day on that its terms say, or later where the last signed later.</summary>
    private void TakeEffect()
    {
        var lastSigned = LatestSignatories.Max(signatory => signatory.SignedOn!.Value);
        var from = Latest.StartsOn is { } starts && starts > lastSigned ? starts : lastSigned;
        foreach (var former in versions.Where(version => version.State == AgreementVersionState.InForce)) former.Supersede();
        Latest.TakeEffect(from);
        var agencies = LatestSignatories.Select(signatory => signatory.AgencyId).Distinct().ToList();
        foreach (var party in parties.Where(party => party.LastDay is null && !agencies.Contains(party.AgencyId))) party.LeaveOn(from.AddDays(-1), null);
        parties.AddRange(agencies.Where(agency => parties.All(party => party.AgencyId != agency || party.LastDay is not null))
            .Select(agency => new AgreementParty(Id, agency, from)).ToList());
        (State, NumberInForce, EffectiveOn, ExpiresOn) = (AgreementState.Effective, LatestNumber, EffectiveOn ?? from, Latest.ExpiresOn);
        Record(new AgreementEffective(TaskForceId, Id, Kind, LatestNumber, agencies, from, ExpiresOn), Hub, TaskForceId);
    }
}
