using Contracts;
using Membership.Agreements;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Readiness;

/// <summary>Which of the agencies that are called a memorandum of understanding binds. It opens nobody's identity: only a release does.</summary>
internal sealed class AgencyAgreements
{
    private readonly HashSet<Guid> inForce;
    private readonly HashSet<Guid> once;

    private AgencyAgreements(HashSet<Guid> inForce, HashSet<Guid> once) => (this.inForce, this.once) = (inForce, once);

    public static async Task<AgencyAgreements> LoadAsync(
        MembershipDb db, Guid taskForceId, IReadOnlyCollection<Guid> agencies, DateOnly today, CancellationToken cancellationToken)
    {
        var inForce = await db.AgenciesWithAgreementInForce(taskForceId, today, AgreementKind.MOU)
            .Where(agency => agencies.Contains(agency)).ToHashSetAsync(cancellationToken);
        var once = from agreement in db.Agreements
                   where agreement.TaskForceId == taskForceId && agreement.Kind == AgreementKind.MOU && agreement.EffectiveOn <= today
                   join party in db.AgreementParties on agreement.Id equals party.AgreementId
                   where agencies.Contains(party.AgencyId) && party.InForceFrom <= today
                   select party.AgencyId;
        return new(inForce, await once.ToHashSetAsync(cancellationToken));
    }

    /// <summary>Expired, terminated or left: it had one.</summary>
    public AgreementStanding Of(Guid agencyId) =>
        inForce.Contains(agencyId) ? AgreementStanding.InForce : once.Contains(agencyId) ? AgreementStanding.Expired : AgreementStanding.None;
}
