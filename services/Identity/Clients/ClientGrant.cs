using Contracts;

namespace Identity.Clients;

/// <summary>What a client's tokens say of it besides its id.</summary>
public sealed record ClientGrant(
    IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes,
    Guid? AgencyId = null, AgencyClass? AgencyClass = null, string? Hub = null, Guid? TaskForceId = null, Guid? SeatId = null);
