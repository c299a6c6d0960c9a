using Contracts;
using Contracts.Membership;
using Identity.Clients;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Identity.Directory;

/// <summary>An agency is a member of a task force.</summary>
public sealed class ListedMember
{
    public required Guid TaskForceId { get; init; }
    public required Guid AgencyId { get; init; }

    /// <summary>Its membership rests: its people get no token for the task force, and no new client there.</summary>
    public bool Suspended { get; set; }
}

internal sealed class ListedMemberConfiguration : IEntityTypeConfiguration<ListedMember>
{
    public void Configure(EntityTypeBuilder<ListedMember> builder)
    {
        builder.ToTable("ListedMembers");
        builder.HasKey(member => new { member.TaskForceId, member.AgencyId });
    }
}

internal sealed class WhenAgencyJoined(IdentityDb db) : IReactTo<AgencyJoined>
{
    public async Task ReactAsync(AgencyJoined fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.ListedMembers.FindAsync([fact.TaskForceId, fact.AgencyId], cancellationToken) is null)
            db.Add(new ListedMember { TaskForceId = fact.TaskForceId, AgencyId = fact.AgencyId });
    }
}

/// <summary>Its people's clients stay: they get tokens again once it is reinstated.</summary>
internal sealed class WhenAgencySuspended(IdentityDb db) : IReactTo<AgencySuspended>, IReactTo<AgencyReinstated>
{
    public Task ReactAsync(AgencySuspended fact, JournalEntry entry, CancellationToken cancellationToken) =>
        SetAsync(fact.TaskForceId, fact.AgencyId, suspended: true, cancellationToken);

    public Task ReactAsync(AgencyReinstated fact, JournalEntry entry, CancellationToken cancellationToken) =>
        SetAsync(fact.TaskForceId, fact.AgencyId, suspended: false, cancellationToken);

    private async Task SetAsync(Guid taskForceId, Guid agencyId, bool suspended, CancellationToken cancellationToken)
    {
        if (await db.ListedMembers.FindAsync([taskForceId, agencyId], cancellationToken) is { } member) member.Suspended = suspended;
    }
}

/// <summary>An agency that left a task force keeps no access in it (release-of-information, rule 12).</summary>
internal sealed class WhenAgencyLeft(IdentityDb db) : IReactTo<AgencyLeft>
{
    public async Task ReactAsync(AgencyLeft fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.ListedMembers.FindAsync([fact.TaskForceId, fact.AgencyId], cancellationToken) is { } member)
            db.Remove(member);
        await RemovedByMembership.RemoveAsync(
            db, db.Clients.Where(client => client.AgencyId == fact.AgencyId && client.TaskForceId == fact.TaskForceId),
            "agency-left", entry, cancellationToken);
    }
}
