using Contracts;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Platform;

/// <summary>Where a caller stands: a hub, a task force, and an agency of each class.</summary>
public sealed record Place(string Name, string Hub, Guid TaskForceId, IReadOnlyDictionary<AgencyClass, Guid> Agencies)
{
    private static readonly string[] OfThePlatform = [Roles.PlatformAdmin, Roles.Ops, Roles.Service];
    private static readonly string[] OfAHub = [Roles.HubAdmin, Roles.DataProtection];
    private static readonly string[] OfATaskForce = [Roles.Coordinator, Roles.CoreGroup, Roles.Funder];

    /// <summary>The victim service provider's seat in the core group: without one a token's role is none.</summary>
    public Guid CoreGroupSeat { get; init; }

    /// <summary>Roles that are held in an agency, and so can be held in another one.</summary>
    public static bool HasAgency(string role) => !OfThePlatform.Contains(role) && !OfAHub.Contains(role) && !OfATaskForce.Contains(role);

    public static bool HasHub(string role) => !OfThePlatform.Contains(role);

    /// <summary>Roles that run or accompany one task force, without an agency that limits them further.</summary>
    public static bool HasTaskForceAlone(string role) => role is Roles.Coordinator or Roles.CoreGroup;

    public static AgencyClass ClassOf(string role) => role switch
    {
        Roles.Investigator => AgencyClass.LawEnforcement,
        Roles.Prosecutor => AgencyClass.Prosecution,
        _ => AgencyClass.VictimServices,
    };

    /// <summary>Somebody with this one role, at the place where it opens the most.</summary>
    public Person As(string role) => new(role)
    {
        Hub = HasHub(role) ? Hub : null,
        TaskForceId = HasHub(role) && !OfAHub.Contains(role) ? TaskForceId : null,
        AgencyId = IsForAgency(role) ? Agencies[ClassOf(role)] : null,
        AgencyClass = IsForAgency(role) ? ClassOf(role) : null,
        SeatId = role == Roles.CoreGroup ? CoreGroupSeat : null,
    };

    /// <summary>The core group sits for an agency, and is limited by none.</summary>
    private static bool IsForAgency(string role) => HasAgency(role) || role == Roles.CoreGroup;
}
