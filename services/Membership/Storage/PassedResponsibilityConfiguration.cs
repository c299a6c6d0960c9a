using Membership.Handovers;
using Membership.Hubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class PassedResponsibilityConfiguration : IEntityTypeConfiguration<PassedResponsibility>
{
    public void Configure(EntityTypeBuilder<PassedResponsibility> builder)
    {
        builder.ToTable("PassedResponsibilities");
        builder.Property(passed => passed.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasIndex(passed => new { passed.TaskForceId, passed.Id });
        builder.HasIndex(passed => new { passed.Kind, passed.ItemId });
    }
}
