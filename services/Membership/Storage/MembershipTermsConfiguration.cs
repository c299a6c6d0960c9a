using Membership.Hubs;
using Membership.Members;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class MembershipTermsConfiguration : IEntityTypeConfiguration<MembershipTerms>
{
    public void Configure(EntityTypeBuilder<MembershipTerms> builder)
    {
        builder.ToTable("MembershipTerms");
        builder.Property(terms => terms.Hub).HasMaxLength(Hub.CodeLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(terms => terms.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(terms => new { terms.TaskForceId, terms.Number }).IsUnique();
        builder.OwnsMany(terms => terms.Criteria, criteria => Numbered(criteria, "AdmissionCriteria"));
        builder.OwnsMany(terms => terms.Expectations, expectations => Numbered(expectations, "Expectations"));
        builder.OwnsMany(terms => terms.Causes, causes => Numbered(causes, "RemovalCauses"));
    }

    private static void Numbered<T>(OwnedNavigationBuilder<MembershipTerms, T> texts, string table) where T : class
    {
        texts.ToTable(table);
        texts.WithOwner().HasForeignKey("TermsId");
        texts.HasKey("TermsId", nameof(AdmissionCriterion.Number));
        texts.Property<int>(nameof(AdmissionCriterion.Number)).ValueGeneratedNever();
        texts.Property<string>(nameof(AdmissionCriterion.Text)).HasMaxLength(MembershipTerms.TextLength);
    }
}
