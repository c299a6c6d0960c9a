using Membership.Hubs;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class SurvivorStatusConfiguration : IEntityTypeConfiguration<SurvivorStatus>
{
    public void Configure(EntityTypeBuilder<SurvivorStatus> builder)
    {
        builder.ToTable("SurvivorStatuses");
        builder.Property(status => status.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<Seat>().WithMany().HasForeignKey(status => status.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(status => status.SeatId).IsUnique();
        builder.HasIndex(status => status.TaskForceId);
    }
}
