using Membership.Agencies;
using Membership.Hubs;
using Membership.Meetings;
using Membership.Meetings.Series;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class MeetingSeriesConfiguration : IEntityTypeConfiguration<MeetingSeries>
{
    public void Configure(EntityTypeBuilder<MeetingSeries> builder)
    {
        builder.ToTable("MeetingSeries");
        builder.Property(series => series.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(series => series.Title).HasMaxLength(Meeting.TitleLength);
        builder.Property(series => series.TimeZone).HasMaxLength(LocalTime.TimeZoneLength);
        builder.Property(series => series.Place).HasMaxLength(Meeting.PlaceLength);
        builder.ComplexProperty(series => series.Recurrence);
        builder.PrimitiveCollection(series => series.Skipped);
        builder.Ignore(series => series.Invited);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(series => series.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(series => series.Invitations).WithOne().HasForeignKey(invitation => invitation.SeriesId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(series => new { series.TaskForceId, series.Id });
        builder.HasIndex(series => new { series.TaskForceId, series.LastOn });
    }
}

internal sealed class SeriesInvitationConfiguration : IEntityTypeConfiguration<SeriesInvitation>
{
    public void Configure(EntityTypeBuilder<SeriesInvitation> builder)
    {
        builder.ToTable("SeriesInvitations");
        builder.HasKey(invitation => new { invitation.SeriesId, invitation.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(invitation => invitation.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
