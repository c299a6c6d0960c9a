using Membership.Agencies;
using Membership.Hubs;
using Membership.Meetings;
using Membership.Meetings.ActionItems;
using Membership.Seats;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class ActionItemConfiguration : IEntityTypeConfiguration<ActionItem>
{
    public void Configure(EntityTypeBuilder<ActionItem> builder)
    {
        builder.ToTable("ActionItems");
        builder.Property(item => item.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(item => item.Title).HasMaxLength(ActionItem.TitleLength);
        builder.Property(item => item.Reason).HasMaxLength(ActionItem.ReasonLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(item => item.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(item => item.OwnerAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(item => item.OwnerSeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(item => item.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(item => item.FormerOwners).WithOne().HasForeignKey(former => former.ActionItemId).OnDelete(DeleteBehavior.Cascade);
        // The lists: in the order of paging, by owner and person; and what is due.
        builder.HasIndex(item => new { item.TaskForceId, item.Id });
        builder.HasIndex(item => new { item.TaskForceId, item.OwnerAgencyId, item.Id });
        builder.HasIndex(item => new { item.OwnerSeatId, item.State });
        builder.HasIndex(item => new { item.State, item.DueOn });
        builder.HasIndex(item => new { item.TaskForceId, item.State, item.DueOn });
        // Who takes things on, over time.
        builder.HasIndex(item => new { item.TaskForceId, item.AssignedOn });
    }
}

internal sealed class FormerOwnerConfiguration : IEntityTypeConfiguration<FormerOwner>
{
    public void Configure(EntityTypeBuilder<FormerOwner> builder)
    {
        builder.ToTable("ActionItemFormerOwners");
        builder.HasKey(former => new { former.ActionItemId, former.AssignedOn });
        builder.HasOne<Agency>().WithMany().HasForeignKey(former => former.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
