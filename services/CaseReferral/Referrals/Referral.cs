using CaseReferral.Clients;
using Contracts;
using Contracts.CaseReferral;
using ServiceDefaults.Storage;

namespace CaseReferral.Referrals;

/// <summary>
/// Asks another agency to serve a client, in the first phase: the need without identity. Each verb is false, and changes
/// nothing, where the state does not allow it.
/// </summary>
public sealed class Referral : Entity
{
    private Referral() { }

    public string Hub { get; private init; } = "";
    public Guid TaskForceId { get; private init; }
    public Guid ClientId { get; private init; }
    public Guid FromAgencyId { get; private init; }
    public Guid ToAgencyId { get; private init; }
    public Need Need { get; private init; } = null!;
    public DateTimeOffset MadeAt { get; private init; }
    public DateTimeOffset RespondBy { get; private init; }
    public ReferralState State { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DeclineReason? DeclineReason { get; private set; }
    public RevocationReason? RevocationReason { get; private set; }

    /// <summary>Nobody answered by the deadline; an answer is still welcome.</summary>
    public bool Overdue { get; private set; }

    /// <summary>
    /// Before it answered, the receiver left the task force, was suspended or had nobody left who sits for it: it can no
    /// longer see or answer this.
    /// </summary>
    public bool ReceiverGone { get; private set; }

    /// <summary>Open, and nobody but the sender will move it on.</summary>
    public bool NeedsAttention { get; private set; }

    public static Referral Make(Client client, Guid toAgencyId, Need need, DateTimeOffset now, TimeSpan toRespond)
    {
        var referral = new Referral
        {
            Hub = client.Hub,
            TaskForceId = client.TaskForceId,
            ClientId = client.Id,
            FromAgencyId = client.AgencyId,
            ToAgencyId = toAgencyId,
            Need = need,
            MadeAt = now,
            RespondBy = now + toRespond,
            State = ReferralState.AwaitingResponse,
        };
        referral.Record(new ReferralMade(
            referral.Id, client.TaskForceId, client.AgencyId, toAgencyId, need.Services, need.Urgency, Day(now)));
        return referral;
    }

    /// <summary>Also after the deadline: late is better than never.</summary>
    public bool Accept(DateTimeOffset now)
    {
        if (!End(ReferralState.Accepted, now)) return false;
        Record(new ReferralAccepted(Id, TaskForceId, FromAgencyId, ToAgencyId, HoursToResponse(now), Day(now)));
        return true;
    }

    public bool Decline(DeclineReason reason, DateTimeOffset now)
    {
        if (!End(ReferralState.Declined, now)) return false;
        DeclineReason = reason;
        Record(new ReferralDeclined(Id, TaskForceId, FromAgencyId, ToAgencyId, reason, HoursToResponse(now), Day(now)));
        return true;
    }

    public bool Revoke(RevocationReason reason, DateTimeOffset now)
    {
        if (!End(ReferralState.Revoked, null)) return false;
        RevocationReason = reason;
        Record(new ReferralRevoked(Id, TaskForceId, FromAgencyId, ToAgencyId, reason, Day(now)));
        return true;
    }

    /// <summary>Once, and only where somebody could still have answered.</summary>
    public bool MarkOverdue(DateTimeOffset now)
    {
        if (State != ReferralState.AwaitingResponse || Overdue || ReceiverGone || now < RespondBy) return false;
        Overdue = NeedsAttention = true;
        Record(new ReferralOverdue(Id, TaskForceId, FromAgencyId, ToAgencyId, Need.Urgency, Day(now)));
        return true;
    }

    /// <summary>Back to the sender's queue, because nobody of the receiver will answer.</summary>
    public bool Return(DateTimeOffset now)
    {
        if (State != ReferralState.AwaitingResponse || ReceiverGone) return false;
        ReceiverGone = NeedsAttention = true;
        Record(new ReferralReturned(Id, TaskForceId, FromAgencyId, ToAgencyId, Day(now)));
        return true;
    }

    private bool End(ReferralState state, DateTimeOffset? answeredAt)
    {
        if (State != ReferralState.AwaitingResponse) return false;
        State = state;
        AnsweredAt = answeredAt;
        NeedsAttention = false;
        return true;
    }

    private void Record(Contracts.IEvent fact) => Record(fact, Hub, TaskForceId);

    private decimal HoursToResponse(DateTimeOffset now) => Math.Round((decimal)(now - MadeAt).TotalHours, 1);

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
