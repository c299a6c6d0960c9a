using Membership.Agencies;
using Membership.Protocols.Steps;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Storage;

namespace Membership.Storage;

internal sealed class ResponseStepConfiguration : IEntityTypeConfiguration<ResponseStep>
{
    public void Configure(EntityTypeBuilder<ResponseStep> builder)
    {
        builder.ToTable("ResponseSteps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Key).HasMaxLength(30);
        builder.Property(step => step.Title).HasMaxLength(ResponseStep.TitleLength);
        builder.ComplexProperty(step => step.When, when =>
        {
            when.Property(conditions => conditions.TraffickingTypes).IsCodeList();
            when.Property(conditions => conditions.Citizenships).IsCodeList();
            when.Property(conditions => conditions.Languages).IsCodeList();
            when.Property(conditions => conditions.Areas).IsCodeList();
        });
        builder.Property(step => step.MayShare).IsCodeList();
        builder.Property(step => step.NamedHours).IsNamedHours();
        builder.Property(step => step.Next).IsNextSteps();
        builder.HasMany(step => step.Contacts).WithOne().HasForeignKey(contact => contact.StepId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(step => new { step.VersionId, step.Key }).IsUnique();
    }
}

internal sealed class StepContactConfiguration : IEntityTypeConfiguration<StepContact>
{
    public void Configure(EntityTypeBuilder<StepContact> builder)
    {
        builder.ToTable("StepContacts");
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.HasOne<Agency>().WithMany().HasForeignKey(contact => contact.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(contact => contact.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(contact => new { contact.StepId, contact.Place }).IsUnique();
        builder.HasIndex(contact => contact.SeatId);
        builder.HasIndex(contact => contact.AgencyId);
    }
}
