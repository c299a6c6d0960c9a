using Membership.Hubs;
using Membership.Leadership;
using Membership.Seats;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class LeadershipConfiguration :
    IEntityTypeConfiguration<TaskForceLeadership>, IEntityTypeConfiguration<LeadershipArrangement>, IEntityTypeConfiguration<LeadershipPosition>,
    IEntityTypeConfiguration<StructureChange>
{
    public void Configure(EntityTypeBuilder<TaskForceLeadership> builder)
    {
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(leadership => leadership.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(leadership => leadership.TaskForceId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LeadershipArrangement> builder)
    {
        builder.Property(arrangement => arrangement.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(arrangement => arrangement.ChoiceInWords).HasMaxLength(LeadershipArrangement.TextLength);
        builder.Property(arrangement => arrangement.Qualifications).HasMaxLength(LeadershipArrangement.TextLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(arrangement => arrangement.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(arrangement => arrangement.Authority, authority =>
        {
            authority.ToTable("LeadershipAuthority");
            authority.WithOwner().HasForeignKey("ArrangementId");
            authority.HasKey("ArrangementId", nameof(Authority.Number));
            authority.Property(item => item.Number).ValueGeneratedNever();
            authority.Property(item => item.What).HasMaxLength(Authority.WhatLength);
        });
        builder.HasIndex(arrangement => new { arrangement.TaskForceId, arrangement.Number }).IsUnique();
        builder.HasIndex(arrangement => arrangement.ReviewOn);
    }

    public void Configure(EntityTypeBuilder<LeadershipPosition> builder)
    {
        builder.Property(position => position.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(position => position.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(position => position.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(position => new { position.TaskForceId, position.Holding }).IsUnique();
        builder.HasIndex(position => new { position.TaskForceId, position.EndedOn });
        builder.HasIndex(position => position.SeatId);
        builder.HasIndex(position => position.TermEndsOn);
    }

    public void Configure(EntityTypeBuilder<StructureChange> builder)
    {
        builder.Property(change => change.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(change => change.Why).HasMaxLength(StructureChange.WhyLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(change => change.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(change => change.BySubject).HasMaxLength(MemberChangeConfiguration.SubjectLength);
        // In the order of paging.
        builder.HasIndex(change => new { change.TaskForceId, change.Place, change.Id });
        builder.HasIndex(change => change.SubjectId);
    }
}
