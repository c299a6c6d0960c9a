using Membership.Hubs;
using Membership.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Property(reminder => reminder.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(reminder => reminder.Key).HasMaxLength(Reminder.KeyLength);
        builder.HasIndex(reminder => reminder.Key).IsUnique();
        builder.HasIndex(reminder => reminder.SubjectId);
        // What is still said, looked through at every turn for what is settled.
        builder.HasIndex(reminder => new { reminder.DismissedAt, reminder.Kind, reminder.Id });
        builder.HasIndex(reminder => new { reminder.TaskForceId, reminder.DismissedAt, reminder.Id });
        builder.HasIndex(reminder => new { reminder.TaskForceId, reminder.AgencyId, reminder.DismissedAt, reminder.Id });
    }
}
