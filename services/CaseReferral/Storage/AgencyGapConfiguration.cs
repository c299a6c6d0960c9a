using CaseReferral.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseReferral.Storage;

internal sealed class AgencyGapConfiguration : IEntityTypeConfiguration<AgencyGap>
{
    public void Configure(EntityTypeBuilder<AgencyGap> builder)
    {
        builder.ToTable("AgencyGaps");
        builder.HasKey(gap => gap.GapId);
        builder.Property(gap => gap.GapId).ValueGeneratedNever();
        builder.HasIndex(gap => new { gap.TaskForceId, gap.AgencyId });
    }
}
