using System.ComponentModel.DataAnnotations;

namespace Membership.Meetings.JointEvents;

/// <summary>How joint events are shaped (<c>JointEvents</c>).</summary>
public sealed class JointEventSettings
{
    /// <summary>How long those who are invited can comment at the least, on a draft and on each change of it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan ShortestCommentPeriod { get; set; } = TimeSpan.FromHours(48);
}
