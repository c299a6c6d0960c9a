using System.ComponentModel.DataAnnotations;

namespace Membership.Reminders;

/// <summary>How reminders are raised (<c>Reminders</c>).</summary>
public sealed class ReminderSettings
{
    /// <summary>How often it is looked what is due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(10);
}
