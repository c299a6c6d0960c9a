using Membership.Storage;

namespace Membership.Protocols.Readiness;

/// <summary>Which agreements bind the agencies that are called.</summary>
internal sealed class AgencyAgreements
{
    private readonly Dictionary<Guid, AgreementStanding> known = [];

    public static Task<AgencyAgreements> LoadAsync(
        MembershipDb db, Guid taskForceId, IReadOnlyCollection<Guid> agencies, DateOnly today, CancellationToken cancellationToken) =>
        Task.FromResult(new AgencyAgreements());

    public AgreementStanding Of(Guid agencyId) =>
        known.GetValueOrDefault(agencyId);
}
