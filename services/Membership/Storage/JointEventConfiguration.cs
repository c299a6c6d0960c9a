using Membership.Agencies;
using Membership.Hubs;
using Membership.Meetings.JointEvents;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Storage;

namespace Membership.Storage;

internal sealed class JointEventConfiguration : IEntityTypeConfiguration<JointEvent>
{
    public void Configure(EntityTypeBuilder<JointEvent> builder)
    {
        builder.ToTable("JointEvents");
        builder.Property(jointEvent => jointEvent.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(jointEvent => jointEvent.Title).HasMaxLength(JointEvent.TitleLength);
        builder.Property(jointEvent => jointEvent.Place).HasMaxLength(JointEvent.PlaceLength);
        builder.Property(jointEvent => jointEvent.Agenda).HasMaxLength(JointEvent.AgendaLength);
        builder.Property(jointEvent => jointEvent.Norms).HasMaxLength(JointEvent.NormsLength);
        builder.Property(jointEvent => jointEvent.CancelReason).HasMaxLength(JointEvent.ReasonLength);
        builder.Property(jointEvent => jointEvent.Focus).IsCodeList();
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(jointEvent => jointEvent.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(jointEvent => jointEvent.OrganizerAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(jointEvent => jointEvent.Parts).WithOne().HasForeignKey(part => part.JointEventId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(jointEvent => new { jointEvent.TaskForceId, jointEvent.Id });
        builder.HasIndex(jointEvent => new { jointEvent.TaskForceId, jointEvent.State, jointEvent.Id });
    }
}

internal sealed class JointEventPartConfiguration : IEntityTypeConfiguration<JointEventPart>
{
    public void Configure(EntityTypeBuilder<JointEventPart> builder)
    {
        builder.ToTable("JointEventParts");
        builder.HasKey(part => new { part.JointEventId, part.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(part => part.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JointEventCommentConfiguration : IEntityTypeConfiguration<JointEventComment>
{
    public void Configure(EntityTypeBuilder<JointEventComment> builder)
    {
        builder.ToTable("JointEventComments");
        builder.Property(comment => comment.Text).HasMaxLength(JointEventComment.TextLength);
        builder.HasOne<JointEvent>().WithMany().HasForeignKey(comment => comment.JointEventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(comment => comment.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(comment => new { comment.JointEventId, comment.Id });
    }
}
