using System.ComponentModel.DataAnnotations;

namespace Membership.Protocols.Readiness;

/// <summary>How the watch over readiness goes (<c>Readiness</c>).</summary>
public sealed class ReadinessSettings
{
    /// <summary>How often it is looked which task forces something has happened in.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often all are looked at: what lapses with time, and cards, which belong to no task force.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00")]
    public TimeSpan AllEvery { get; set; } = TimeSpan.FromMinutes(1);
}
