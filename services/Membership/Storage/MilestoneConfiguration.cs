using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("Milestones");
        builder.Property(milestone => milestone.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(milestone => milestone.Note).HasMaxLength(Milestone.NoteLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(milestone => milestone.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(milestone => new { milestone.TaskForceId, milestone.Id });
    }
}
