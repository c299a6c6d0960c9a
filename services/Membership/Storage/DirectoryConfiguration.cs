using Membership.Agencies;
using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class HubConfiguration : IEntityTypeConfiguration<Hub>
{
    public void Configure(EntityTypeBuilder<Hub> builder)
    {
        builder.Property(hub => hub.Code).HasMaxLength(Hub.CodeLength);
        builder.HasIndex(hub => hub.Code).IsUnique();
    }
}

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

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(agency => agency.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasIndex(agency => new { agency.Hub, agency.HsdsId }).IsUnique();
    }
}
