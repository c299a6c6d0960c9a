using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>The single row that says which replica relays this journal, and until when.</summary>
public sealed class RelayLease
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public Guid Owner { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class RelayLeaseConfiguration : IEntityTypeConfiguration<RelayLease>
{
    public void Configure(EntityTypeBuilder<RelayLease> builder)
    {
        builder.ToTable("RelayLease");
        builder.HasKey(lease => lease.Id);
        builder.Property(lease => lease.Id).ValueGeneratedNever();
        builder.HasData(new RelayLease { Owner = Guid.Empty, ExpiresAt = DateTimeOffset.UnixEpoch });
    }
}
