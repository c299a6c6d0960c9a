using Identity.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Storage;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.Property(entry => entry.ClientId).HasMaxLength(100);
        builder.Property(entry => entry.Hub).HasMaxLength(64);
        builder.Property(entry => entry.Actor).HasMaxLength(100);
        builder.Property(entry => entry.Remote).HasMaxLength(64);
        builder.Property(entry => entry.TokenId).HasMaxLength(64);
        builder.Property(entry => entry.KeyId).HasMaxLength(64);
        builder.Property(entry => entry.RequestId).HasMaxLength(64);
        builder.HasIndex(entry => entry.ClientId);
    }
}
