using System.Reflection;
using System.Security.Claims;
using Contracts;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Access;

/// <summary>Who asks, as the token says. Bind it as an endpoint's parameter.</summary>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="AgencyId">The agency it acts for; none for platform and hub roles.</param>
/// <param name="Hub">The hub it belongs to; none for platform roles.</param>
/// <param name="SeatId">The representative's seat it acts in, if any.</param>
public sealed record Caller(
    string Subject, Guid? AgencyId, AgencyClass? AgencyClass, string? Hub, Guid? TaskForceId, Guid? SeatId, IReadOnlySet<string> Roles)
{
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Acts for this agency.</summary>
    public bool IsOf(Guid agencyId) => AgencyId == agencyId;

    public static Caller From(ClaimsPrincipal user) => new(
        user.FindFirstValue("sub") ?? throw new InvalidOperationException("A token without a subject passed authentication."),
        Guid.TryParse(user.FindFirstValue("agency"), out var agency) ? agency : null,
        ClassOf(user.FindFirstValue("agency_class")),
        user.FindFirstValue("hub"),
        Guid.TryParse(user.FindFirstValue("task_force"), out var taskForce) ? taskForce : null,
        Guid.TryParse(user.FindFirstValue("seat"), out var seat) ? seat : null,
        user.FindAll("role").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));

    /// <summary>By its exact name: parsing would also take numbers and lists, of which it makes a class that nobody named.</summary>
    private static AgencyClass? ClassOf(string? claim) =>
        Enum.GetNames<AgencyClass>().Contains(claim) ? Enum.Parse<AgencyClass>(claim!) : null;

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(From(context.User));
}
