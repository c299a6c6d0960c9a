using Identity.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Identity.Clients;

/// <summary>
/// Holds a client against Membership's directory. Without it a hub's administrator could name another hub's agency, or give
/// an agency another class, and read with that token what is not the hub's to read.
/// </summary>
internal sealed class ClientPlace(IdentityDb db)
{
    /// <summary>Null where the directory agrees.</summary>
    public async Task<ProblemHttpResult?> CheckAsync(Caller caller, ClientGrant grant, CancellationToken cancellationToken)
    {
        // The platform's administrator may be ahead of the directory, never in contradiction to it.
        var mustBeKnown = !caller.Is(Roles.PlatformAdmin);

        if (grant.AgencyId is { } agencyId)
        {
            var listings = await db.ListedAgencies.AsNoTracking().Where(agency => agency.AgencyId == agencyId).ToListAsync(cancellationToken);
            if (listings.Count == 0 ? mustBeKnown : listings.All(agency => agency.Hub != grant.Hub))
                return NotListed("agency-not-listed", "The hub lists no agency of this id.");
            if (listings.Any(agency => agency.AgencyClass != grant.AgencyClass))
                return Problems.Unprocessable("agency-class-differs", "The hub lists this agency under another class.");
        }

        if (grant.TaskForceId is { } taskForceId)
        {
            var taskForce = await db.ListedTaskForces.FindAsync([taskForceId], cancellationToken);
            if (taskForce is null ? mustBeKnown : taskForce.Hub != grant.Hub)
                return NotListed("task-force-not-listed", "The hub hosts no task force of this id.");
            var member = grant.AgencyId is { } memberId ? await db.ListedMembers.FindAsync([taskForceId, memberId], cancellationToken) : null;
            if (mustBeKnown && grant.AgencyId is not null && member is null)
                return NotListed("agency-not-a-member", "The agency is no member of this task force.");
            if (member is { Suspended: true })
                return NotListed("agency-suspended", "The agency's membership of this task force is suspended.");
        }

        if (grant.SeatId is not { } seatId) return null;
        var seat = await db.ListedSeats.FindAsync([seatId], cancellationToken);
        if (seat is { Ended: true }) return Problems.Unprocessable("seat-ended", "This seat has ended.");
        return (seat is null ? mustBeKnown : seat.AgencyId != grant.AgencyId || seat.TaskForceId != grant.TaskForceId)
            ? NotListed("seat-not-listed", "The agency has no such seat in this task force.")
            : null;
    }

    private static ProblemHttpResult NotListed(string slug, string what) =>
        Problems.Unprocessable(slug, $"{what} What was entered a moment ago is known here a moment later: then send the request again.");
}
