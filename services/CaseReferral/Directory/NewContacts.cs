using CaseReferral.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace CaseReferral.Directory;

/// <summary>That the person to call at the receiving agency is new.</summary>
/// <param name="NewSince">The day on which the person took over.</param>
/// <param name="OrientationComplete">Whether the person has been shown how things are done; once that is so, this is left out.</param>
public sealed record ContactView(DateOnly NewSince, bool OrientationComplete);

/// <summary>The agencies whose contact is new, in the task forces of one agency: what its referrals say of their receivers.</summary>
internal sealed class NewContacts(IReadOnlyDictionary<(Guid TaskForceId, Guid AgencyId), DateOnly> newSince)
{
    public ContactView? Of(Guid taskForceId, Guid agencyId) =>
        newSince.TryGetValue((taskForceId, agencyId), out var since) ? new ContactView(since, OrientationComplete: false) : null;
}

internal static class NewContactQueries
{
    public static async Task<NewContacts> NewContactsAsync(this CaseReferralDb db, Caller caller, CancellationToken cancellationToken)
    {
        var agency = caller.AgencyId;
        var seats = await db.KnownSeats
            .Where(seat => seat.NewSince != null && db.Memberships.Any(member => member.TaskForceId == seat.TaskForceId && member.AgencyId == agency))
            .Select(seat => new { seat.TaskForceId, seat.AgencyId, seat.NewSince })
            .ToListAsync(cancellationToken);
        return new(seats.GroupBy(seat => (seat.TaskForceId, seat.AgencyId)).ToDictionary(seats => seats.Key, seats => seats.Max(seat => seat.NewSince!.Value)));
    }
}
