using Membership.Agencies;
using Membership.Agencies.Reviews;
using Membership.Hubs;
using Membership.Members;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class MemberCardConfiguration : IEntityTypeConfiguration<MemberCard>, IEntityTypeConfiguration<MemberLimit>
{
    public void Configure(EntityTypeBuilder<MemberCard> builder)
    {
        builder.ToTable("MemberCards");
        builder.Property(card => card.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(card => card.Role).HasMaxLength(MemberCard.TextLength);
        builder.Property(card => card.Contributes).HasMaxLength(MemberCard.TextLength);
        builder.Property(card => card.Seeks).HasMaxLength(MemberCard.TextLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(card => card.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(card => card.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(card => card.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(card => card.Limits).WithOne().HasForeignKey(limit => limit.MemberCardId).OnDelete(DeleteBehavior.Cascade);
        // Of the two that first say a role at the same moment, one is refused.
        builder.HasIndex(card => card.MemberId).IsUnique();
        builder.HasIndex(card => card.ReviewDueOn);
    }

    public void Configure(EntityTypeBuilder<MemberLimit> builder)
    {
        builder.ToTable("MemberLimits");
        builder.HasKey(limit => new { limit.MemberCardId, limit.Kind });
        builder.Property(limit => limit.Text).HasMaxLength(MemberCard.TextLength);
    }
}
