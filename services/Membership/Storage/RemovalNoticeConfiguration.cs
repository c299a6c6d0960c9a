using Membership.Hubs;
using Membership.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class RemovalNoticeConfiguration : IEntityTypeConfiguration<RemovalNotice>
{
    public void Configure(EntityTypeBuilder<RemovalNotice> builder)
    {
        builder.ToTable("RemovalNotices");
        builder.Property(notice => notice.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(notice => notice.Statement).HasMaxLength(RemovalNotice.StatementLength);
        builder.Property(notice => notice.Answer).HasMaxLength(RemovalNotice.StatementLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(notice => notice.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MembershipTerms>().WithMany().HasForeignKey(notice => notice.TermsId).OnDelete(DeleteBehavior.Restrict);

        // One at a time.
        builder.HasIndex(notice => notice.MemberId).IsUnique().HasFilter("\"ClosedOn\" IS NULL");
    }
}
