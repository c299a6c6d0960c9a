using Membership.Hubs;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class SeatConfiguration : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.Property(seat => seat.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(seat => seat.Role).HasMaxLength(Seat.RoleLength);
        builder.HasOne(seat => seat.AlternateFor).WithMany().HasForeignKey(seat => seat.AlternateForSeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(seat => new { seat.TaskForceId, seat.AgencyId });
        // An agency's seats, and a hub's, in the order of paging.
        builder.HasIndex(seat => new { seat.AgencyId, seat.Id });
        builder.HasIndex(seat => new { seat.Hub, seat.Id });

        // One successor for each.
        builder.HasIndex(seat => seat.SucceedsSeatId).IsUnique().HasFilter("\"SucceedsSeatId\" IS NOT NULL");

        // One alternate at a time.
        builder.HasIndex(seat => seat.AlternateForSeatId).IsUnique()
            .HasFilter("\"AlternateForSeatId\" IS NOT NULL AND \"EndedAt\" IS NULL");
    }
}
