using Membership.Agencies;
using Membership.Hubs;
using Membership.Meetings;
using Membership.Meetings.Attendances;
using Membership.Meetings.Minutes;
using Membership.Meetings.Series;
using Membership.Seats;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.Property(meeting => meeting.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(meeting => meeting.Title).HasMaxLength(Meeting.TitleLength);
        builder.Property(meeting => meeting.TimeZone).HasMaxLength(LocalTime.TimeZoneLength);
        builder.Property(meeting => meeting.Place).HasMaxLength(Meeting.PlaceLength);
        builder.Property(meeting => meeting.CancelReason).HasMaxLength(Meeting.ReasonLength);
        builder.Ignore(meeting => meeting.Time);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(meeting => meeting.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MeetingSeries>().WithMany().HasForeignKey(meeting => meeting.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(meeting => meeting.Invitations).WithOne().HasForeignKey(invitation => invitation.MeetingId).OnDelete(DeleteBehavior.ClientCascade);

        // An occurrence is one meeting.
        builder.HasIndex(meeting => new { meeting.SeriesId, meeting.OccurrenceOn }).IsUnique().HasFilter("\"SeriesId\" IS NOT NULL");
        // The lists: in the order of paging, by state, by day; and the calendar's.
        builder.HasIndex(meeting => new { meeting.TaskForceId, meeting.Id });
        builder.HasIndex(meeting => new { meeting.TaskForceId, meeting.State, meeting.Id });
        builder.HasIndex(meeting => new { meeting.TaskForceId, meeting.Begins });
    }
}

internal sealed class MeetingInvitationConfiguration : IEntityTypeConfiguration<MeetingInvitation>
{
    public void Configure(EntityTypeBuilder<MeetingInvitation> builder)
    {
        builder.ToTable("MeetingInvitations");
        builder.HasKey(invitation => new { invitation.MeetingId, invitation.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(invitation => invitation.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeetingCommentConfiguration : IEntityTypeConfiguration<MeetingComment>
{
    public void Configure(EntityTypeBuilder<MeetingComment> builder)
    {
        builder.ToTable("MeetingComments");
        builder.Property(comment => comment.Text).HasMaxLength(MeetingComment.TextLength);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(comment => comment.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(comment => comment.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(comment => new { comment.MeetingId, comment.Subject, comment.Id });
    }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("Attendances");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(attendance => attendance.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(attendance => attendance.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(attendance => attendance.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(attendance => new { attendance.MeetingId, attendance.SeatId }).IsUnique();
        // Who came, over time.
        builder.HasIndex(attendance => new { attendance.TaskForceId, attendance.HeldOn, attendance.AgencyId });
    }
}

internal sealed class MinutesTextConfiguration : IEntityTypeConfiguration<MinutesText>
{
    public void Configure(EntityTypeBuilder<MinutesText> builder)
    {
        builder.ToTable("MinutesTexts");
        builder.Property(minutes => minutes.Text).HasMaxLength(MinutesText.TextLength);
        builder.Property(minutes => minutes.Note).HasMaxLength(MinutesText.NoteLength);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(minutes => minutes.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(minutes => new { minutes.MeetingId, minutes.Number }).IsUnique();
    }
}
