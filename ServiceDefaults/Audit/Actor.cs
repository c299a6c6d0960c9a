using System.Diagnostics;
using Contracts;
using Microsoft.AspNetCore.Http;
using ServiceDefaults.Access;

namespace ServiceDefaults.Audit;

/// <summary>Who did it, by ids and codes alone.</summary>
/// <param name="RequestId">The trace that the caller also sees in problems; of the platform's own work, its name.</param>
public sealed record Actor(string Subject, Guid? AgencyId, string Roles, string RequestId)
{
    /// <summary>The platform itself.</summary>
    /// <param name="service">Who brought it about: the service whose work it is, or whose facts are followed.</param>
    public static Actor OfPlatform(string service, string work) => new(service, null, Access.Roles.Service, work);
}

/// <summary>Callers, as the audit names them.</summary>
public static class Actors
{
    public static Actor AsActor(this Caller caller, HttpContext http) => new(
        caller.Subject,
        caller.AgencyId,
        string.Join(' ', Roles.All.Where(caller.Is)),
        Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);

    /// <summary>The chain that a caller's own denials belong to.</summary>
    public static string ChainHub(this Caller caller) => caller.Hub ?? JournalEntry.PlatformHub;
}
