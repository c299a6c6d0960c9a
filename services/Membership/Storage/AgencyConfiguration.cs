using Membership.Agencies;
using Membership.Hubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(agency => agency.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasIndex(agency => new { agency.Hub, agency.HsdsId }).IsUnique();
    }
}
