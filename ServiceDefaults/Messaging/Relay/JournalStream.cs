using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>How far one hub's stream of this service's journal has come.</summary>
public sealed class JournalStream
{
    public required string Hub { get; init; }

    /// <summary>The last position given out: the stream's head, and what its feed reaches.</summary>
    public long Assigned { get; set; }

    /// <summary>The last position that the broker confirmed; publishing goes on behind it after a crash.</summary>
    public long Published { get; set; }
}

internal sealed class JournalStreamConfiguration : IEntityTypeConfiguration<JournalStream>
{
    public void Configure(EntityTypeBuilder<JournalStream> builder)
    {
        builder.ToTable("JournalStreams");
        builder.HasKey(stream => stream.Hub);
        builder.Property(stream => stream.Hub).HasMaxLength(64);
    }
}
