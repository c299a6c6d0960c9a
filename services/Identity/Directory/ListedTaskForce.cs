using Contracts;
using Contracts.Membership;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Identity.Directory;

/// <summary>A task force and the hub that hosts it.</summary>
public sealed class ListedTaskForce
{
    public required Guid TaskForceId { get; init; }
    public required string Hub { get; init; }
}

internal sealed class ListedTaskForceConfiguration : IEntityTypeConfiguration<ListedTaskForce>
{
    public void Configure(EntityTypeBuilder<ListedTaskForce> builder)
    {
        builder.ToTable("ListedTaskForces");
        builder.HasKey(taskForce => taskForce.TaskForceId);
        builder.Property(taskForce => taskForce.TaskForceId).ValueGeneratedNever();
        builder.Property(taskForce => taskForce.Hub).HasMaxLength(64);
    }
}

internal sealed class WhenTaskForceFormed(IdentityDb db) : IReactTo<TaskForceFormed>
{
    public async Task ReactAsync(TaskForceFormed fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.ListedTaskForces.FindAsync([fact.TaskForceId], cancellationToken) is null)
            db.Add(new ListedTaskForce { TaskForceId = fact.TaskForceId, Hub = fact.HubCode });
    }
}
