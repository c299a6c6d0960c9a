using ServiceDefaults.Storage;

namespace Membership.Agreements;

/// <summary>An agency that an agreement binds, from a day on and until it leaves.</summary>
public sealed class AgreementParty
{
    private AgreementParty()
    {
    }

    internal AgreementParty(Guid agreementId, Guid agencyId, DateOnly inForceFrom) =>
        (AgreementId, AgencyId, InForceFrom) = (agreementId, agencyId, inForceFrom);

    public Guid Id { get; private set; } = Entity.NewId();
    public Guid AgreementId { get; private set; }
    public Guid AgencyId { get; private set; }
    public DateOnly InForceFrom { get; private set; }

    /// <summary>The last day, where it withdrew or an amendment goes on without it.</summary>
    public DateOnly? LastDay { get; private set; }

    public string? WithdrawalReason { get; private set; }

    internal void LeaveOn(DateOnly lastDay, string? reason) => (LastDay, WithdrawalReason) = (lastDay, reason);
}
