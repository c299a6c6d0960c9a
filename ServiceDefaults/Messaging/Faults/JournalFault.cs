using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Faults;

/// <summary>Whether an event was not taken by a reaction here, or its message not by the broker.</summary>
public enum FaultKind { NotApplied, NotPublished }

/// <summary>Open until a retry heals it or ops skip it.</summary>
public enum FaultState { Open, Healed, Skipped }

/// <summary>An event that could not be applied here, and for which its stream waits; or one that could not be published.</summary>
public sealed class JournalFault
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required FaultKind Kind { get; init; }
    public required string Service { get; init; }
    public required string Hub { get; init; }
    public required long Position { get; init; }
    public required string EventType { get; init; }

    /// <summary>The kind of error and where it arose; never its message, which may carry data.</summary>
    public required string Error { get; set; }

    public int Attempts { get; set; }
    public required DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; set; }
    public FaultState State { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public string? ResolvedBy { get; set; }
    public string? Reason { get; set; }
}

internal sealed class JournalFaultConfiguration : IEntityTypeConfiguration<JournalFault>
{
    public void Configure(EntityTypeBuilder<JournalFault> builder)
    {
        builder.ToTable("Faults");
        builder.HasKey(fault => fault.Id);
        builder.Property(fault => fault.Id).ValueGeneratedNever();
        builder.Property(fault => fault.Error).HasMaxLength(1000);
        builder.HasIndex(fault => new { fault.Kind, fault.Service, fault.Hub, fault.Position }).IsUnique();
    }
}
