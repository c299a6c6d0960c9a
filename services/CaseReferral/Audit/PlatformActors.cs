using ServiceDefaults.Audit;

namespace CaseReferral.Audit;

/// <summary>The platform itself, where nobody asked.</summary>
internal static class PlatformActors
{
    /// <summary>Watching over open referrals.</summary>
    public static readonly Actor Watch = Actor.OfPlatform("case-referral", "open-referral-watch");

    /// <summary>Where a seat ended.</summary>
    public static readonly Actor Membership = Actor.OfPlatform("membership", "seat-ended");
}
