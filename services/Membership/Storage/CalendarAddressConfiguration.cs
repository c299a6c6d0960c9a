using Membership.Calendar;
using Membership.Seats;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class CalendarAddressConfiguration : IEntityTypeConfiguration<CalendarAddress>
{
    public void Configure(EntityTypeBuilder<CalendarAddress> builder)
    {
        builder.ToTable("CalendarAddresses");
        builder.Property(address => address.Digest).HasMaxLength(CalendarAddress.DigestLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(address => address.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(address => address.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(address => address.Digest).IsUnique();
        builder.HasIndex(address => new { address.TaskForceId, address.SeatId, address.Id });
    }
}
