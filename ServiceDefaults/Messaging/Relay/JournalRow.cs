using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>One fact in a service's journal: written by the same save as the change itself, and never altered after.</summary>
public sealed class JournalRow
{
    /// <summary>Order of insertion; not of commit, which is why consumers count positions and not this.</summary>
    public long Sequence { get; private set; }

    public required string Hub { get; init; }

    /// <summary>Null until relayed; then gapless within the stream.</summary>
    public long? Position { get; private set; }

    public required Guid EventId { get; init; }
    public required string Type { get; init; }
    public required int Version { get; init; }
    public Guid? TaskForceId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required string Payload { get; init; }
    public string? TraceParent { get; init; }

    /// <summary>What leaves the service: the day, not the instant.</summary>
    internal JournalEntry ToEntry(ServiceName service) => new(
        service.Value, Hub, Position!.Value, EventId, Type, Version, TaskForceId,
        DateOnly.FromDateTime(OccurredAt.UtcDateTime), Payload, TraceParent);
}

internal sealed class JournalRowConfiguration : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("Journal");
        builder.HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).ValueGeneratedOnAdd();
        builder.Property(row => row.Hub).HasMaxLength(64);
        builder.Property(row => row.Type).HasMaxLength(100);
        builder.Property(row => row.TraceParent).HasMaxLength(64);
        builder.Property(row => row.Payload).HasMaxLength(-1);
        builder.HasIndex(row => new { row.Hub, row.Position }).IsUnique().HasFilter("\"Position\" IS NOT NULL");
        builder.HasIndex(row => row.Sequence, "IX_Journal_Unrelayed").HasFilter("\"Position\" IS NULL");
    }
}
