using Membership.Hubs;
using Membership.Protocols;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class ProtocolConfiguration : IEntityTypeConfiguration<Protocol>
{
    public void Configure(EntityTypeBuilder<Protocol> builder)
    {
        builder.Property(protocol => protocol.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(protocol => protocol.Title).HasMaxLength(Protocol.TitleLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(protocol => protocol.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(protocol => new { protocol.TaskForceId, protocol.Title }).IsUnique();
        builder.HasIndex(protocol => new { protocol.TaskForceId, protocol.Id });
    }
}

internal sealed class ProtocolVersionConfiguration : IEntityTypeConfiguration<ProtocolVersion>
{
    public void Configure(EntityTypeBuilder<ProtocolVersion> builder)
    {
        builder.Property(version => version.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(version => version.Text).HasMaxLength(ProtocolVersion.TextLength);
        builder.HasOne(version => version.Protocol).WithMany().HasForeignKey(version => version.ProtocolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(version => version.Steps).WithOne().HasForeignKey(step => step.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(version => new { version.ProtocolId, version.Number }).IsUnique();
        // Routing asks for what is in force in one task force; the watch over readiness, for what is in force at all.
        builder.HasIndex(version => new { version.TaskForceId, version.State, version.Topic });
        builder.HasIndex(version => new { version.State, version.TaskForceId });
    }
}
