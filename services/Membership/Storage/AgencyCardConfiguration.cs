using Membership.Agencies;
using Membership.Agencies.Cards;
using Membership.Agencies.Hours;
using Membership.Hubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Storage;
using ServiceDefaults.Validation;

namespace Membership.Storage;

/// <summary>The rows of an agency's card. Each that is searched by has the hub in it, so that one index finds a hub's agencies.</summary>
internal sealed class AgencyCardConfiguration :
    IEntityTypeConfiguration<AgencyNameWord>, IEntityTypeConfiguration<AgencyLanguage>, IEntityTypeConfiguration<AgencyArea>,
    IEntityTypeConfiguration<OfferedService>, IEntityTypeConfiguration<AgencyPhone>, IEntityTypeConfiguration<AgencyCapacity>,
    IEntityTypeConfiguration<AgencyHours>, IEntityTypeConfiguration<AgencyHoursException>
{
    public void Configure(EntityTypeBuilder<AgencyNameWord> builder)
    {
        builder.ToTable("AgencyNameWords");
        builder.HasKey(row => new { row.AgencyId, row.Word });
        builder.Property(row => row.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(row => row.Word).HasMaxLength(NameWords.Length);
        builder.HasIndex(row => new { row.Hub, row.Word, row.AgencyId });
    }

    public void Configure(EntityTypeBuilder<AgencyLanguage> builder)
    {
        builder.ToTable("AgencyLanguages");
        builder.HasKey(row => new { row.AgencyId, row.Code });
        builder.Property(row => row.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(row => row.Code).HasMaxLength(3);
        builder.HasIndex(row => new { row.Hub, row.Code, row.AgencyId });
    }

    public void Configure(EntityTypeBuilder<AgencyArea> builder)
    {
        builder.ToTable("AgencyAreas");
        builder.HasKey(row => new { row.AgencyId, row.Code });
        builder.Property(row => row.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(row => row.Code).HasMaxLength(AreaCode.Length);
        builder.HasIndex(row => new { row.Hub, row.Code, row.AgencyId });
    }

    public void Configure(EntityTypeBuilder<OfferedService> builder)
    {
        builder.ToTable("OfferedServices");
        builder.HasKey(row => new { row.AgencyId, row.HsdsId });
        builder.Property(row => row.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(row => row.Description).HasMaxLength(Agency.TextLength);
        builder.Property(row => row.Eligibility).HasMaxLength(Agency.TextLength);
        builder.Property(row => row.AgeBands).IsCodeList();
        builder.Property(row => row.Genders).IsCodeList();
        builder.HasIndex(row => new { row.Hub, row.Type, row.AgencyId });
        builder.HasIndex(row => new { row.Hub, row.HsdsId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgencyPhone> builder)
    {
        builder.ToTable("AgencyPhones");
        builder.HasKey(row => new { row.AgencyId, row.HsdsId });
        builder.Property(row => row.Number).HasMaxLength(16);
        builder.Property(row => row.Extension).HasMaxLength(10);
        builder.Property(row => row.Description).HasMaxLength(Agency.TextLength);
    }

    public void Configure(EntityTypeBuilder<AgencyCapacity> builder)
    {
        builder.ToTable("AgencyCapacities");
        builder.HasKey(row => new { row.AgencyId, row.Kind });
    }

    public void Configure(EntityTypeBuilder<AgencyHours> builder)
    {
        builder.ToTable("AgencyHours");
        builder.HasKey(row => new { row.AgencyId, row.TimeZone, row.Day, row.OpensAt, row.ClosesAt });
        builder.Property(row => row.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(row => row.TimeZone).HasMaxLength(64);
        // Wholly in the index: who is open is asked of all agencies of a hub at once.
        builder.HasIndex(row => new { row.Hub, row.TimeZone, row.Day, row.OpensAt, row.ClosesAt, row.AgencyId });
    }

    public void Configure(EntityTypeBuilder<AgencyHoursException> builder)
    {
        builder.ToTable("AgencyHoursExceptions");
        builder.HasKey(row => new { row.AgencyId, row.TimeZone, row.Date, row.OpensAt, row.ClosesAt });
        builder.Property(row => row.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(row => row.TimeZone).HasMaxLength(64);
        builder.HasIndex(row => new { row.Hub, row.TimeZone, row.Date, row.OpensAt, row.ClosesAt, row.AgencyId });
    }
}
