using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reporting.Directory;
using Reporting.Projection;
using Reporting.Reading;

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

internal sealed class ListedAgencyConfiguration : IEntityTypeConfiguration<ListedAgency>
{
    public void Configure(EntityTypeBuilder<ListedAgency> builder)
    {
        builder.HasKey(agency => agency.AgencyId);
        builder.Property(agency => agency.AgencyId).ValueGeneratedNever();
    }
}

internal sealed class FullReadingConfiguration : IEntityTypeConfiguration<FullReading>
{
    public void Configure(EntityTypeBuilder<FullReading> builder)
    {
        builder.HasKey(reading => reading.Id);
        builder.Property(reading => reading.Id).ValueGeneratedNever();
    }
}
