using Membership.Agencies;
using Membership.SelfAssessment;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class SelfAssessmentConfiguration : IEntityTypeConfiguration<Framework>
{
    /// <summary>Ten functions of twenty elements of 25 prompts are more than a body may hold.</summary>
    private const int MostText = 2 * 1024 * 1024;

    public void Configure(EntityTypeBuilder<Framework> builder)
    {
        builder.Property(framework => framework.Text).HasMaxLength(MostText);
        builder.Ignore(framework => framework.Content);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(framework => framework.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(framework => new { framework.TaskForceId, framework.Number }).IsUnique();
    }
}

internal sealed class AssessmentRoundConfiguration : IEntityTypeConfiguration<AssessmentRound>
{
    public void Configure(EntityTypeBuilder<AssessmentRound> builder)
    {
        builder.HasOne(round => round.Framework).WithMany().HasForeignKey(round => round.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(round => new { round.TaskForceId, round.Number }).IsUnique();
    }
}

internal sealed class AssessmentAnswerConfiguration : IEntityTypeConfiguration<AssessmentAnswer>
{
    public void Configure(EntityTypeBuilder<AssessmentAnswer> builder)
    {
        builder.Property(answer => answer.ElementCode).HasMaxLength(60);
        builder.Property(answer => answer.Evidence).HasMaxLength(AssessmentAnswer.TextLength);
        builder.Property(answer => answer.NextStep).HasMaxLength(AssessmentAnswer.TextLength);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(answer => answer.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(answer => answer.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(answer => new { answer.RoundId, answer.ElementCode, answer.AgencyId }).IsUnique();
    }
}
