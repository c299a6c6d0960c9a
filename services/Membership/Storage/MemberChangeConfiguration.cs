using Membership.Hubs;
using Membership.Members;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class MemberChangeConfiguration : IEntityTypeConfiguration<MemberChange>
{
    /// <summary>Another provider's subjects may be longer than other texts.</summary>
    public const int SubjectLength = 255;

    public void Configure(EntityTypeBuilder<MemberChange> builder)
    {
        builder.Property(change => change.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(change => change.Reason).HasMaxLength(MemberChange.ReasonLength);
        builder.Property(change => change.BySubject).HasMaxLength(SubjectLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(change => change.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(change => new { change.TaskForceId, change.AgencyId, change.Place, change.Id });
    }
}
