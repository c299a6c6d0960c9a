using Membership.Agencies;
using Membership.Hubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

/// <summary>An agency and the rows of its card, which go with it.</summary>
internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(agency => agency.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(agency => agency.Description).HasMaxLength(Agency.TextLength);
        builder.Property(agency => agency.AfterHoursNote).HasMaxLength(Agency.TextLength);
        builder.Property(agency => agency.TimeZone).HasMaxLength(64);
        builder.Ignore(agency => agency.OpeningHours);

        builder.HasMany(agency => agency.NameWords).WithOne().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.Services).WithOne(service => service.Agency).HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.Languages).WithOne().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.Areas).WithOne().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.Phones).WithOne().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.Capacities).WithOne().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.Hours).WithOne().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.HoursExceptions).WithOne().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(agency => new { agency.Hub, agency.HsdsId }).IsUnique();
        // The directory in the order of paging, whole or by what few agencies share, and its zones one by one.
        builder.HasIndex(agency => new { agency.Hub, agency.Id });
        builder.HasIndex(agency => new { agency.Hub, agency.Class, agency.Id });
        builder.HasIndex(agency => new { agency.Hub, agency.Type, agency.Id });
        builder.HasIndex(agency => new { agency.Hub, agency.TimeZone });
    }
}
