using CaseReferral.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseReferral.Storage;

internal sealed class DirectoryConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(member => new { member.TaskForceId, member.AgencyId });
        builder.HasIndex(member => member.LeftOn);
    }
}
