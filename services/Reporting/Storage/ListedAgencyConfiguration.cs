using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reporting.Directory;

namespace Reporting.Storage;

internal sealed class ListedAgencyConfiguration : IEntityTypeConfiguration<ListedAgency>
{
    public void Configure(EntityTypeBuilder<ListedAgency> builder)
    {
        builder.HasKey(agency => agency.AgencyId);
        builder.Property(agency => agency.AgencyId).ValueGeneratedNever();
    }
}
