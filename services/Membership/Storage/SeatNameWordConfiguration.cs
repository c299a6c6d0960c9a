using Membership.Agencies;
using Membership.Hubs;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class SeatNameWordConfiguration : IEntityTypeConfiguration<SeatNameWord>
{
    public void Configure(EntityTypeBuilder<SeatNameWord> builder)
    {
        builder.ToTable("SeatNameWords");
        builder.HasKey(row => new { row.SeatId, row.Word });
        builder.Property(row => row.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(row => row.Word).HasMaxLength(NameWords.Length);
        builder.HasOne<Seat>().WithMany(seat => seat.NameWords).HasForeignKey(row => row.SeatId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.Hub, row.Word, row.SeatId });
    }
}
