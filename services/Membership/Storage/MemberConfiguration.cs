using Membership.Members;
using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(member => member.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(member => member.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(member => member.Agency).WithMany().HasForeignKey(member => member.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(member => member.Seats).WithOne().HasForeignKey(seat => seat.MemberId).OnDelete(DeleteBehavior.Restrict);

        // An agency whose membership ended may come back: one membership at a time, any number over the years.
        builder.HasIndex(member => new { member.TaskForceId, member.AgencyId }).IsUnique().HasFilter("\"LeftAt\" IS NULL");
    }
}
