using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class TaskForceConfiguration : IEntityTypeConfiguration<TaskForce>
{
    public void Configure(EntityTypeBuilder<TaskForce> builder)
    {
        builder.Property(taskForce => taskForce.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(taskForce => taskForce.Purpose).HasMaxLength(TaskForce.PurposeLength);
        builder.PrimitiveCollection(taskForce => taskForce.Focus).ElementType(focus => focus.HasConversion<string>());
        builder.HasIndex(taskForce => new { taskForce.Hub, taskForce.Name }).IsUnique();
    }
}
