using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Reporting.Reading;

namespace Reporting.Storage;

internal sealed class FullReadingConfiguration : IEntityTypeConfiguration<FullReading>
{
    public void Configure(EntityTypeBuilder<FullReading> builder)
    {
        builder.HasKey(reading => reading.Id);
        builder.Property(reading => reading.Id).ValueGeneratedNever();
    }
}
