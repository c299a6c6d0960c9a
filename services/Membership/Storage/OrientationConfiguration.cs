using Membership.Handovers;
using Membership.Hubs;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class OrientationConfiguration : IEntityTypeConfiguration<Orientation>
{
    /// <summary>Another provider's subjects may be longer than other texts.</summary>
    private const int SubjectLength = 255;

    public void Configure(EntityTypeBuilder<Orientation> builder)
    {
        builder.ToTable("Orientations");
        builder.Property(orientation => orientation.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<Seat>().WithMany().HasForeignKey(orientation => orientation.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(orientation => orientation.Items, items =>
        {
            items.ToTable("OrientationItems");
            items.WithOwner().HasForeignKey("OrientationId");
            items.HasKey("OrientationId", nameof(OrientationItem.Number));
            items.Property(item => item.Number).ValueGeneratedNever();
            items.Property(item => item.Text).HasMaxLength(OrientationItem.TextLength);
            items.Property(item => item.DoneBySubject).HasMaxLength(SubjectLength);
        });
        builder.HasIndex(orientation => new { orientation.TaskForceId, orientation.AgencyId, orientation.Id });

        // One at a time.
        builder.HasIndex(orientation => orientation.SeatId).IsUnique()
            .HasFilter("\"CompletedOn\" IS NULL AND \"EndedOn\" IS NULL");
    }
}
