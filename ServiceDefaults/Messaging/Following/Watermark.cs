using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Following;

/// <summary>How far this service has applied one stream; moved in the same transaction as the effect.</summary>
public sealed class Watermark
{
    public required string Service { get; init; }
    public required string Hub { get; init; }

    /// <summary>Everything up to and with this position is applied.</summary>
    public long Position { get; set; }

    /// <summary>While set, the projection is being built anew and is not complete below this position.</summary>
    public long? RebuildingTo { get; set; }
}

internal sealed class WatermarkConfiguration : IEntityTypeConfiguration<Watermark>
{
    public void Configure(EntityTypeBuilder<Watermark> builder)
    {
        builder.ToTable("Watermarks");
        builder.HasKey(mark => new { mark.Service, mark.Hub });
        builder.Property(mark => mark.Service).HasMaxLength(64);
        builder.Property(mark => mark.Hub).HasMaxLength(64);
        // Two replicas that apply the same run: the second's save finds the mark moved, and rolls back.
        builder.Property(mark => mark.Position).IsConcurrencyToken();
    }
}
