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
        builder.HasIndex(member => member.SuspendedOn);
    }
}

internal sealed class KnownSeatConfiguration : IEntityTypeConfiguration<KnownSeat>
{
    public void Configure(EntityTypeBuilder<KnownSeat> builder)
    {
        builder.ToTable("KnownSeats");
        builder.HasKey(seat => seat.SeatId);
        builder.Property(seat => seat.SeatId).ValueGeneratedNever();
        builder.HasIndex(seat => new { seat.TaskForceId, seat.AgencyId });
    }
}
