using Membership.Hubs;
using Membership.Protocols;
using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Readiness;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class ReadinessGapConfiguration : IEntityTypeConfiguration<ReadinessGap>
{
    public void Configure(EntityTypeBuilder<ReadinessGap> builder)
    {
        builder.ToTable("ReadinessGaps");
        builder.Property(gap => gap.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<Protocol>().WithMany().HasForeignKey(gap => gap.ProtocolId).OnDelete(DeleteBehavior.Restrict);
        // One open gap of a kind for each, whichever replica finds it.
        builder.HasIndex(gap => new { gap.ProtocolId, gap.Kind, gap.SubjectId }).IsUnique().HasFilter("\"CuredOn\" IS NULL");
        builder.HasIndex(gap => new { gap.TaskForceId, gap.CuredOn, gap.Id });
        builder.HasIndex(gap => new { gap.TaskForceId, gap.AgencyId, gap.CuredOn });
        builder.HasIndex(gap => new { gap.SeatId, gap.CuredOn });
    }
}

internal sealed class AcknowledgementConfiguration : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("ProtocolAcknowledgements");
        builder.Property(acknowledgement => acknowledgement.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<ProtocolVersion>().WithMany().HasForeignKey(acknowledgement => acknowledgement.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(acknowledgement => acknowledgement.SeatId).OnDelete(DeleteBehavior.Restrict);
        // Each is asked once.
        builder.HasIndex(acknowledgement => new { acknowledgement.VersionId, acknowledgement.SeatId }).IsUnique();
        builder.HasIndex(acknowledgement => new { acknowledgement.State, acknowledgement.AskedOn });
        builder.HasIndex(acknowledgement => acknowledgement.SeatId);
    }
}

internal sealed class CompletedTrainingConfiguration : IEntityTypeConfiguration<CompletedTraining>
{
    public void Configure(EntityTypeBuilder<CompletedTraining> builder)
    {
        builder.ToTable("CompletedTrainings");
        builder.HasKey(training => new { training.TrainingId, training.SeatId });
        builder.HasIndex(training => training.SeatId);
        builder.HasIndex(training => training.TaskForceId);
    }
}
