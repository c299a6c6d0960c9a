using CaseReferral.Clients;
using CaseReferral.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Storage;

namespace CaseReferral.Storage;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("Referrals");
        builder.Property(referral => referral.Hub).HasMaxLength(64);
        builder.ComplexProperty(referral => referral.Need, need =>
        {
            need.Property(asked => asked.Services).IsCodeList();
            need.Property(asked => asked.Languages).IsCodeList();
            need.Property(asked => asked.RiskFlags).IsCodeList();
            need.Property(asked => asked.Area).HasMaxLength(20);
        });
        builder.HasOne<Client>().WithMany().HasForeignKey(referral => referral.ClientId).OnDelete(DeleteBehavior.Restrict);

        // The lists: by side, with and without a state, in the order of paging.
        builder.HasIndex(referral => new { referral.FromAgencyId, referral.Id });
        builder.HasIndex(referral => new { referral.FromAgencyId, referral.State, referral.Id });
        builder.HasIndex(referral => new { referral.ToAgencyId, referral.Id });
        builder.HasIndex(referral => new { referral.ToAgencyId, referral.State, referral.Id });
        // The watch over open referrals.
        builder.HasIndex(referral => new { referral.State, referral.NeedsAttention, referral.RespondBy });
    }
}
