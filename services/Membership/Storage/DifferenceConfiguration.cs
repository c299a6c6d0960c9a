using Membership.Agencies;
using Membership.Differences;
using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class DifferenceConfiguration : IEntityTypeConfiguration<Difference>, IEntityTypeConfiguration<DifferenceSide>
{
    public void Configure(EntityTypeBuilder<Difference> builder)
    {
        builder.Property(difference => difference.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(difference => difference.Question).HasMaxLength(Difference.QuestionLength);
        builder.Property(difference => difference.OutcomeInWords).HasMaxLength(Difference.ViewLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(difference => difference.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(difference => difference.Steps, steps =>
        {
            steps.ToTable("DifferenceSteps");
            steps.WithOwner().HasForeignKey("DifferenceId");
            steps.HasKey("DifferenceId", nameof(DifferenceStep.Number));
            steps.Property(step => step.Number).ValueGeneratedNever();
            steps.Property(step => step.What).HasMaxLength(Difference.ViewLength);
        });
        builder.HasIndex(difference => new { difference.TaskForceId, difference.LoggedOn });
    }

    public void Configure(EntityTypeBuilder<DifferenceSide> builder)
    {
        builder.Property(side => side.View).HasMaxLength(Difference.ViewLength);
        builder.HasOne(side => side.Difference).WithMany().HasForeignKey(side => side.DifferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(side => side.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(side => new { side.DifferenceId, side.AgencyId }).IsUnique();
        builder.HasIndex(side => new { side.TaskForceId, side.AgencyId });
    }
}
