using Membership.Committees;
using Membership.Hubs;
using Membership.Seats;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class CommitteeConfiguration : IEntityTypeConfiguration<Committee>, IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<Committee> builder)
    {
        builder.Property(committee => committee.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(committee => committee.Purpose).HasMaxLength(Committee.PurposeLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(committee => committee.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(committee => committee.ChairSeatId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(committee => committee.Chairs, chairs =>
        {
            chairs.ToTable("CommitteeChairs");
            chairs.WithOwner().HasForeignKey("CommitteeId");
            chairs.Property<int>("Id").ValueGeneratedOnAdd();
            chairs.HasKey("Id");
            chairs.HasIndex("CommitteeId");
        });
        builder.HasIndex(committee => new { committee.TaskForceId, committee.Name }).IsUnique().HasFilter("\"EndedOn\" IS NULL");
        builder.HasIndex(committee => committee.ChairSeatId);
        builder.HasIndex(committee => committee.EndsOn);
    }

    public void Configure(EntityTypeBuilder<CommitteeMember> builder)
    {
        builder.HasOne<Committee>().WithMany().HasForeignKey(member => member.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(member => member.SeatId).OnDelete(DeleteBehavior.Restrict);

        // Once at a time; an agency that left may come back.
        builder.HasIndex(member => new { member.CommitteeId, member.AgencyId }).IsUnique().HasFilter("\"LeftOn\" IS NULL");
        builder.HasIndex(member => new { member.TaskForceId, member.AgencyId });
        builder.HasIndex(member => member.SeatId);
    }
}
