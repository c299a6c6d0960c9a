using Membership.Agencies;
using Membership.Commitments;
using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.Property(commitment => commitment.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(commitment => commitment.What).HasMaxLength(Commitment.WhatLength);
        builder.Property(commitment => commitment.InReturn).HasMaxLength(Commitment.WhatLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(commitment => commitment.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(commitment => commitment.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(commitment => new { commitment.TaskForceId, commitment.Kind });
        builder.HasIndex(commitment => commitment.AgencyId);
    }
}

internal sealed class CommitmentTallyConfiguration : IEntityTypeConfiguration<CommitmentTally>
{
    public void Configure(EntityTypeBuilder<CommitmentTally> builder)
    {
        builder.ToTable("CommitmentTallies");
        builder.Property(tally => tally.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(tally => tally.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(tally => tally.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(tally => new { tally.CommitmentId, tally.AgencyId, tally.FirstDay }).IsUnique();
        builder.HasIndex(tally => new { tally.TaskForceId, tally.AgencyId, tally.LastDay });
    }
}

internal sealed class FulfilmentConfiguration : IEntityTypeConfiguration<Fulfilment>
{
    public void Configure(EntityTypeBuilder<Fulfilment> builder)
    {
        builder.Property(fulfilment => fulfilment.Note).HasMaxLength(Fulfilment.NoteLength);
        builder.Property(fulfilment => fulfilment.RefusalReason).HasMaxLength(Fulfilment.NoteLength);
        builder.Property(fulfilment => fulfilment.DocumentDigest).HasMaxLength(64);
        builder.HasOne<CommitmentTally>().WithMany().HasForeignKey(fulfilment => fulfilment.TallyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(fulfilment => new { fulfilment.CommitmentId, fulfilment.AgencyId });
        // Once for each meeting or training.
        builder.HasIndex(fulfilment => new { fulfilment.CommitmentId, fulfilment.AgencyId, fulfilment.SourceId }).IsUnique()
            .HasFilter("\"SourceId\" IS NOT NULL");
    }
}
