using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Audit;

/// <summary>How the audit is stored. Not found by itself, as other configurations are: not every service has one.</summary>
internal static class AuditModel
{
    public static void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Hub).HasMaxLength(64);
        builder.Property(entry => entry.Subject).HasMaxLength(255);
        builder.Property(entry => entry.RequestId).HasMaxLength(64);
        builder.Property(entry => entry.Fields).HasMaxLength(AuditEntry.FieldsLength);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.Hub, entry.Number }).IsUnique();
    }

    public static void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.HasKey(head => head.Hub);
        builder.Property(head => head.Hub).HasMaxLength(64);
        builder.Property(head => head.Hash).HasMaxLength(64);
        builder.HasData(new AuditHead { Hub = JournalEntry.PlatformHub });
    }
}
