using Membership.Decisions;
using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class VisionConfiguration : IEntityTypeConfiguration<VisionAndMission>
{
    public void Configure(EntityTypeBuilder<VisionAndMission> builder)
    {
        StatementConfiguration.Configure(builder);
        builder.Property(version => version.Vision).HasMaxLength(VisionAndMission.Length);
        builder.Property(version => version.Mission).HasMaxLength(VisionAndMission.Length);
    }
}

internal sealed class PrinciplesConfiguration : IEntityTypeConfiguration<GuidingPrinciples>
{
    public void Configure(EntityTypeBuilder<GuidingPrinciples> builder)
    {
        StatementConfiguration.Configure(builder);
        builder.PrimitiveCollection(version => version.Principles).HasMaxLength(GuidingPrinciples.Most * (GuidingPrinciples.Length + 100));
    }
}

internal sealed class PrincipleAcknowledgementConfiguration : IEntityTypeConfiguration<PrincipleAcknowledgement>
{
    public void Configure(EntityTypeBuilder<PrincipleAcknowledgement> builder)
    {
        builder.ToTable("PrincipleAcknowledgements");
        builder.HasOne<GuidingPrinciples>().WithMany().HasForeignKey(given => given.PrinciplesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(given => new { given.PrinciplesId, given.AgencyId }).IsUnique();
    }
}

internal static class StatementConfiguration
{
    public static void Configure<T>(EntityTypeBuilder<T> builder) where T : Statement
    {
        builder.Property(statement => statement.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(statement => statement.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(statement => statement.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(statement => new { statement.TaskForceId, statement.Number }).IsUnique();
        builder.HasIndex(statement => statement.InForceFor).IsUnique();
    }
}
