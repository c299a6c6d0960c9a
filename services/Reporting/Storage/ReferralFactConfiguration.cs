using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reporting.Projection;

namespace Reporting.Storage;

internal sealed class ReferralFactConfiguration : IEntityTypeConfiguration<ReferralFact>
{
    public void Configure(EntityTypeBuilder<ReferralFact> builder)
    {
        builder.HasKey(fact => fact.Position);
        builder.Property(fact => fact.Position).ValueGeneratedNever();
        builder.HasIndex(fact => new { fact.Month, fact.AgencyId });
        builder.HasIndex(fact => new { fact.Measure, fact.Month });
    }
}
