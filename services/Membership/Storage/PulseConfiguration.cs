using Membership.Hubs;
using Membership.Pulse;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

/// <summary>No table of the answers points at one of the seats, nor the other way round, and none has a time.</summary>
internal sealed class PulseConfiguration :
    IEntityTypeConfiguration<PulseRound>, IEntityTypeConfiguration<PulseTally>, IEntityTypeConfiguration<PulseTokenGiven>,
    IEntityTypeConfiguration<PulseTokenUsed>
{
    private const int DigestLength = 64;

    public void Configure(EntityTypeBuilder<PulseRound> builder)
    {
        builder.Property(round => round.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(round => round.TokenKey).HasMaxLength(PulseRound.KeyLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(round => round.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        // Two that are opened at the same moment take the same number: one at a time.
        builder.HasIndex(round => new { round.TaskForceId, round.Number }).IsUnique();
        builder.HasIndex(round => round.ClosesOn);
    }

    public void Configure(EntityTypeBuilder<PulseTally> builder)
    {
        builder.Ignore(tally => tally.Comments);
        builder.Property(tally => tally.CommentsJson).HasMaxLength(-1);
        builder.HasOne<PulseRound>().WithMany().HasForeignKey(tally => tally.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(tally => tally.RoundId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PulseTokenGiven> builder)
    {
        builder.ToTable("PulseTokensGiven");
        builder.HasKey(given => new { given.RoundId, given.SeatId });
    }

    public void Configure(EntityTypeBuilder<PulseTokenUsed> builder)
    {
        builder.ToTable("PulseTokensUsed");
        builder.HasKey(used => used.Digest);
        builder.Property(used => used.Digest).HasMaxLength(DigestLength);
        builder.HasIndex(used => used.RoundId);
    }
}
