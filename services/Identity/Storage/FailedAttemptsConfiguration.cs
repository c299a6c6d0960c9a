using Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Storage;

internal sealed class FailedAttemptsConfiguration : IEntityTypeConfiguration<FailedAttempts>
{
    public void Configure(EntityTypeBuilder<FailedAttempts> builder)
    {
        builder.ToTable("FailedAttempts");
        builder.HasKey(attempts => attempts.Key);
        builder.Property(attempts => attempts.Key).HasMaxLength(64);
        builder.HasIndex(attempts => attempts.LastAt);
    }
}
