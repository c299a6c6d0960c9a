using System.ComponentModel.DataAnnotations;
using Contracts;

namespace CaseReferral.Referrals;

/// <summary>Section <c>Referrals</c>: how soon an answer is due, and how the watch over open referrals goes.</summary>
public sealed class ReferralSettings
{
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan RespondImmediate { get; init; } = TimeSpan.FromHours(2);

    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan RespondUrgent { get; init; } = TimeSpan.FromHours(24);

    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan RespondRoutine { get; init; } = TimeSpan.FromHours(72);

    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(10);

    [Range(1, 1000)]
    public int WatchBatch { get; init; } = 100;

    public TimeSpan ToRespond(Urgency urgency) => urgency switch
    {
        Urgency.Immediate => RespondImmediate,
        Urgency.Urgent => RespondUrgent,
        _ => RespondRoutine,
    };
}
