using Membership.Hubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class HubConfiguration : IEntityTypeConfiguration<Hub>
{
    public void Configure(EntityTypeBuilder<Hub> builder)
    {
        builder.Property(hub => hub.Code).HasMaxLength(Hub.CodeLength);
        builder.HasIndex(hub => hub.Code).IsUnique();
    }
}
