using Contracts;
using Membership.Storage;

namespace Membership.Agreements;

/// <summary>Which agencies an agreement binds on a day. It tells of an agreement, and never of a release.</summary>
internal static class AgreementsInForce
{
    /// <summary>The agencies of a task force that are party to an agreement in force on this day; each once or several times.</summary>
    /// <param name="kind">Of this kind only; of any where not given.</param>
    public static IQueryable<Guid> AgenciesWithAgreementInForce(this MembershipDb db, Guid taskForceId, DateOnly day, AgreementKind? kind = null) =>
        from agreement in db.Agreements
        where agreement.TaskForceId == taskForceId && (kind == null || agreement.Kind == kind)
            && agreement.EffectiveOn <= day && (agreement.ExpiresOn == null || agreement.ExpiresOn >= day)
            && (agreement.LastDay == null || agreement.LastDay >= day)
        join party in db.AgreementParties on agreement.Id equals party.AgreementId
        where party.InForceFrom <= day && (party.LastDay == null || party.LastDay >= day)
        select party.AgencyId;
}
