using Membership.Hubs;
using Membership.Members;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("Applications");
        builder.Property(application => application.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(application => application.Statement).HasMaxLength(Application.StatementLength);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(application => application.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(application => application.Agency).WithMany().HasForeignKey(application => application.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MembershipTerms>().WithMany().HasForeignKey(application => application.TermsId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(application => application.Vetting, vetting =>
        {
            vetting.ToTable("VettingResults");
            vetting.WithOwner().HasForeignKey("ApplicationId");
            vetting.HasKey("ApplicationId", nameof(VettingResult.Number));
            vetting.Property(result => result.Number).ValueGeneratedNever();
            vetting.Property(result => result.Note).HasMaxLength(Application.NoteLength);
        });
        builder.HasIndex(application => new { application.TaskForceId, application.State, application.Id });

        // One open application of an agency at a time.
        builder.HasIndex(application => new { application.TaskForceId, application.AgencyId }).IsUnique().HasFilter("\"DecidedAt\" IS NULL");
    }
}
