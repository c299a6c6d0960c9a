using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class PartyReasonConfiguration : IEntityTypeConfiguration<PartyReason>
{
    public void Configure(EntityTypeBuilder<PartyReason> builder)
    {
        builder.ToTable("PartyReasons");
        builder.Property(reason => reason.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(reason => reason.Reason).HasMaxLength(PartyReason.Length);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(reason => reason.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(reason => new { reason.TaskForceId, reason.AgencyId }).IsUnique();
    }
}
