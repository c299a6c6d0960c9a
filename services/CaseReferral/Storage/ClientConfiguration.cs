using CaseReferral.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Storage;

namespace CaseReferral.Storage;

internal sealed class ClientConfiguration : IEntityTypeConfiguration<Client>, IEntityTypeConfiguration<CaseTeamMember>
{
    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.ToTable("Clients");
        builder.Property(client => client.Code).HasMaxLength(20);
        builder.Property(client => client.Hub).HasMaxLength(64);
        builder.Property(client => client.Languages).IsCodeList();
        builder.HasMany(client => client.CaseTeam).WithOne().HasForeignKey(member => member.ClientId);
        builder.HasIndex(client => new { client.AgencyId, client.Code }).IsUnique();
        builder.HasIndex(client => new { client.AgencyId, client.Id });
    }

    public void Configure(EntityTypeBuilder<CaseTeamMember> builder)
    {
        builder.ToTable("CaseTeams");
        builder.HasKey(member => new { member.ClientId, member.Subject });
        builder.Property(member => member.Subject).HasMaxLength(255);
        builder.HasIndex(member => new { member.Subject, member.ClientId });
        builder.HasIndex(member => member.SeatId);
    }
}
