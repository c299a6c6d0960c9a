using Membership.Agencies;
using Membership.Meetings;
using Membership.Meetings.ActionItems;
using Membership.Meetings.Agenda;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItems");
        builder.Property(item => item.Title).HasMaxLength(AgendaItem.TitleLength);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(item => item.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ActionItem>().WithMany().HasForeignKey(item => item.ActionItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(item => item.ProposedByAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(item => item.SponsorAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(item => item.ReviewedAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(item => item.SponsorSeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => new { item.MeetingId, item.Id });
        // What is due is proposed once for a meeting.
        builder.HasIndex(item => new { item.MeetingId, item.ActionItemId }).IsUnique().HasFilter("\"ActionItemId\" IS NOT NULL");
        builder.HasIndex(item => new { item.MeetingId, item.ReviewedAgencyId }).IsUnique().HasFilter("\"ReviewedAgencyId\" IS NOT NULL");
        // Whose voices, over time; and what a seat that ends leaves behind.
        builder.HasIndex(item => new { item.TaskForceId, item.MeetingOn });
        builder.HasIndex(item => new { item.SponsorSeatId, item.MeetingOn });
    }
}
