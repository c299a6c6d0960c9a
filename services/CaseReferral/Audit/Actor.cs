using System.Diagnostics;
using Contracts;
using ServiceDefaults.Access;

namespace CaseReferral.Audit;

/// <summary>Who did it, by ids and codes alone.</summary>
/// <param name="RequestId">The trace that the caller also sees in problems.</param>
internal sealed record Actor(string Subject, Guid? AgencyId, string Roles, string RequestId)
{
    /// <summary>The platform itself, watching over open referrals.</summary>
    public static readonly Actor Watch = new("case-referral", null, ServiceDefaults.Access.Roles.Service, "open-referral-watch");

    /// <summary>The platform itself, where a seat ended.</summary>
    public static readonly Actor Membership = new("membership", null, ServiceDefaults.Access.Roles.Service, "seat-ended");
}

internal static class Actors
{
    public static Actor AsActor(this Caller caller, HttpContext http) => new(
        caller.Subject,
        caller.AgencyId,
        string.Join(' ', Roles.All.Where(caller.Is)),
        Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);

    /// <summary>The chain that a caller's own denials belong to.</summary>
    public static string ChainHub(this Caller caller) => caller.Hub ?? JournalEntry.PlatformHub;
}
