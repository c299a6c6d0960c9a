using Membership.Agencies;
using Membership.Agreements;
using Membership.Hubs;
using Membership.Seats;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(agreement => agreement.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(agreement => agreement.TerminationReason).HasMaxLength(AgreementVersion.ShortLength);
        builder.Ignore(agreement => agreement.Latest).Ignore(agreement => agreement.LatestSignatories);
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(agreement => agreement.TaskForceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(agreement => agreement.Versions).WithOne().HasForeignKey(version => version.AgreementId).OnDelete(DeleteBehavior.Restrict);
        // Those of a draft are replaced.
        builder.HasMany(agreement => agreement.Signatories).WithOne().HasForeignKey(signatory => signatory.AgreementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agreement => agreement.Parties).WithOne().HasForeignKey(party => party.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(agreement => new { agreement.TaskForceId, agreement.Id });
        builder.HasIndex(agreement => new { agreement.State, agreement.ExpiresOn });
    }
}

internal sealed class AgreementVersionConfiguration : IEntityTypeConfiguration<AgreementVersion>
{
    public void Configure(EntityTypeBuilder<AgreementVersion> builder)
    {
        builder.HasKey(version => new { version.AgreementId, version.Number });
        builder.Property(version => version.Note).HasMaxLength(AgreementVersion.ShortLength);
        builder.Property(version => version.Roles).HasMaxLength(AgreementVersion.TextLength);
        builder.Property(version => version.Timeframe).HasMaxLength(AgreementVersion.ShortLength);
        builder.Property(version => version.FiscalDuties).HasMaxLength(AgreementVersion.TextLength);
        builder.Property(version => version.DocumentDigest).HasMaxLength(64);
        builder.HasIndex(version => version.DocumentDigest);
    }
}

internal sealed class SignatoryConfiguration : IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<Signatory> builder)
    {
        builder.ToTable("Signatories");
        builder.Property(signatory => signatory.Id).ValueGeneratedNever();
        builder.Property(signatory => signatory.EvidenceDigest).HasMaxLength(64);
        builder.Ignore(signatory => signatory.Required);
        builder.HasOne<Agency>().WithMany().HasForeignKey(signatory => signatory.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(signatory => signatory.SignedBySeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(signatory => new { signatory.AgreementId, signatory.VersionNumber });
        builder.HasIndex(signatory => new { signatory.AgencyId, signatory.State });
    }
}

internal sealed class AgreementPartyConfiguration : IEntityTypeConfiguration<AgreementParty>
{
    public void Configure(EntityTypeBuilder<AgreementParty> builder)
    {
        builder.Property(party => party.Id).ValueGeneratedNever();
        builder.Property(party => party.WithdrawalReason).HasMaxLength(AgreementVersion.ShortLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(party => party.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(party => new { party.AgreementId, party.AgencyId });
    }
}
