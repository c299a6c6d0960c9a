using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Rebuilding;

/// <summary>One rebuilding of this service's projection from the journals: who asked for it, and when it was whole again.</summary>
public sealed class Rebuild
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string RequestedBy { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; set; }
}

internal sealed class RebuildConfiguration : IEntityTypeConfiguration<Rebuild>
{
    public void Configure(EntityTypeBuilder<Rebuild> builder)
    {
        builder.ToTable("Rebuilds");
        builder.HasKey(rebuild => rebuild.Id);
        builder.Property(rebuild => rebuild.Id).ValueGeneratedNever();
    }
}
