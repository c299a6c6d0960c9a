using Membership.Committees;
using Membership.Decisions;
using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(decision => decision.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(decision => decision.Question).HasMaxLength(Decision.QuestionLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(decision => decision.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Committee>().WithMany().HasForeignKey(decision => decision.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(decision => decision.Ballots, ballots =>
        {
            ballots.ToTable("Ballots");
            ballots.WithOwner().HasForeignKey("DecisionId");
            ballots.HasKey("DecisionId", nameof(Ballot.VoterId));
        });
        builder.HasIndex(decision => new { decision.TaskForceId, decision.Id });
        builder.HasIndex(decision => new { decision.TaskForceId, decision.DecidedOn });
        builder.HasIndex(decision => decision.MeetingId);
    }
}
