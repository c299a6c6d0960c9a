using Identity.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Storage;

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("SigningKeys");
        builder.Property(key => key.KeyId).HasMaxLength(64);
        builder.Property(key => key.X).HasMaxLength(64);
        builder.Property(key => key.Y).HasMaxLength(64);
        builder.Property(key => key.ProtectedPrivateKey).HasMaxLength(4000);
        builder.HasIndex(key => key.Number).IsUnique();
        builder.HasIndex(key => key.KeyId).IsUnique();
    }
}
