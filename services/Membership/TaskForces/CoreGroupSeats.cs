using System.Security.Claims;
using Membership.Members;
using Membership.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.TaskForces;

/// <summary>
/// Who is in the core group, seats say: a token's role counts for as long as its seat is one of the core group, of a
/// member that takes part, in the task force that the token names. Asked with every request, before anything looks at
/// the role: whoever left the core group, or was never in it, reads no more of it from the next request on.
/// </summary>
internal sealed class CoreGroupSeats(MembershipDb db) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) =>
        !principal.HasClaim("role", Roles.CoreGroup) || await SitsInItAsync(Caller.From(principal)) ? principal : WithoutIt(principal);

    private Task<bool> SitsInItAsync(Caller caller) => db.Seats.AnyAsync(seat =>
        seat.Id == caller.SeatId && seat.InCoreGroup && seat.EndedAt == null && seat.TaskForceId == caller.TaskForceId
        && seat.AgencyId == caller.AgencyId && seat.Hub == caller.Hub
        && db.Members.Where(Member.TakesPart).Any(member => member.Id == seat.MemberId));

    private static ClaimsPrincipal WithoutIt(ClaimsPrincipal principal)
    {
        var reduced = principal.Clone();
        foreach (var identity in reduced.Identities)
        {
            foreach (var role in identity.FindAll(claim => claim.Type == "role" && claim.Value == Roles.CoreGroup).ToList())
                identity.RemoveClaim(role);
        }

        return reduced;
    }
}
