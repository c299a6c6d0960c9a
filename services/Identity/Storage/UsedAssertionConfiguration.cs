using Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Storage;

internal sealed class UsedAssertionConfiguration : IEntityTypeConfiguration<UsedAssertion>
{
    public void Configure(EntityTypeBuilder<UsedAssertion> builder)
    {
        builder.ToTable("UsedAssertions");
        builder.HasKey(assertion => assertion.Digest);
        builder.Property(assertion => assertion.Digest).HasMaxLength(64);
        builder.HasIndex(assertion => assertion.ExpiresAt);
    }
}
