using Contracts;
using Contracts.Membership;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Identity.Directory;

/// <summary>An agency in a hub's directory, as far as Identity must know it: a client may not claim another's hub or class.</summary>
public sealed class ListedAgency
{
    public required Guid AgencyId { get; init; }
    public required string Hub { get; init; }
    public required AgencyClass AgencyClass { get; set; }
}

internal sealed class ListedAgencyConfiguration : IEntityTypeConfiguration<ListedAgency>
{
    public void Configure(EntityTypeBuilder<ListedAgency> builder)
    {
        builder.ToTable("ListedAgencies");
        builder.HasKey(agency => new { agency.AgencyId, agency.Hub });
        builder.Property(agency => agency.Hub).HasMaxLength(64);
    }
}

internal sealed class WhenAgencyListed(IdentityDb db) : IReactTo<AgencyListed>
{
    public async Task ReactAsync(AgencyListed fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.ListedAgencies.FindAsync([fact.AgencyId, fact.HubCode], cancellationToken) is { } known)
            known.AgencyClass = fact.AgencyClass;
        else
            db.Add(new ListedAgency { AgencyId = fact.AgencyId, Hub = fact.HubCode, AgencyClass = fact.AgencyClass });
    }
}
