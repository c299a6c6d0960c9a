using Contracts.Membership;

namespace Membership.Agreements;

/// <summary>Its end: by its own terms, by termination, or because too few are left.</summary>
public sealed partial class Agreement
{
    /// <summary>Notes that its last day has passed.</summary>
    public bool Expire(DateOnly today)
    {
        if (State != AgreementState.Effective || StateOn(today) != AgreementState.Expired) return false;

        if (Latest.State != AgreementVersionState.InForce) Latest.Drop();
        State = AgreementState.Expired;
        Changes++;
        Record(new AgreementExpired(TaskForceId, Id, Kind, ExpiresOn!.Value), Hub, TaskForceId);
        return true;
    }

    /// <summary>In force until its last day, and never again.</summary>
    public void Terminate(string reason, DateOnly noticeGivenOn, DateOnly lastDay, DateOnly today)
    {
        Guard(AgreementVerb.Terminate, today);
        End(reason, noticeGivenOn, lastDay);
    }

    /// <summary>One party leaves. Where fewer than two are left, there is no agreement after that day.</summary>
    public void Withdraw(AgreementParty party, string reason, DateOnly noticeGivenOn, DateOnly lastDay, DateOnly today)
    {
        Guard(AgreementVerb.Withdraw, today);
        party.LeaveOn(lastDay, reason);
        Record(new AgreementPartyWithdrew(TaskForceId, Id, Kind, party.AgencyId, lastDay), Hub, TaskForceId);
        // An amendment under way asked this party too: it is to be drafted anew among those who stay.
        if (Latest.State == AgreementVersionState.OpenForSignature) Latest.Drop();
        signatories.RemoveAll(one => one.VersionNumber == LatestNumber && Latest.State == AgreementVersionState.Draft && one.AgencyId == party.AgencyId);
        var staying = parties.Where(other => other.LastDay is null).ToList();
        if (staying.Count < 2) End(reason, noticeGivenOn, parties.Where(other => other.LastDay >= lastDay).Select(other => other.LastDay!.Value).Append(lastDay).Max());
    }

    private void End(string reason, DateOnly noticeGivenOn, DateOnly lastDay)
    {
        if (Latest.State is AgreementVersionState.Draft or AgreementVersionState.OpenForSignature) Latest.Drop();
        (State, TerminationReason, NoticeGivenOn, LastDay) = (AgreementState.Terminated, reason, noticeGivenOn, lastDay);
        Record(new AgreementTerminated(TaskForceId, Id, Kind, lastDay), Hub, TaskForceId);
    }
}
