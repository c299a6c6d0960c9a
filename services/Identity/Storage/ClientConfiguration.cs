using Identity.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Storage;

internal sealed class ClientConfiguration : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.ToTable("Clients");
        builder.Property(client => client.ClientId).HasMaxLength(100);
        builder.Property(client => client.Hub).HasMaxLength(64);
        builder.Property(client => client.Jwks).HasMaxLength(-1);
        builder.PrimitiveCollection(client => client.Roles).ElementType().HasMaxLength(64);
        builder.PrimitiveCollection(client => client.Scopes).ElementType().HasMaxLength(64);
        builder.Ignore(client => client.Grant);
        builder.HasIndex(client => client.ClientId).IsUnique();
        builder.HasIndex(client => client.SeatId);
        builder.HasIndex(client => client.AgencyId);
        builder.HasIndex(client => client.Hub);
        builder.OwnsMany(client => client.Secrets, secrets =>
        {
            secrets.ToTable("ClientSecrets");
            secrets.HasKey(secret => secret.Id);
            secrets.Property(secret => secret.Id).ValueGeneratedNever();
            secrets.Property(secret => secret.Tag).HasMaxLength(32);
            secrets.Property(secret => secret.Hash).HasMaxLength(500);
        });
        builder.Navigation(client => client.Secrets).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
