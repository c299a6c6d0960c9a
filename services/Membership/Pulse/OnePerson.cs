using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Pulse;

/// <summary>Who is one person: somebody in five seats is asked once, and is not five who cannot be told apart.</summary>
internal static class OnePerson
{
    /// <summary>How many sit in a task force at the least: where only names are known, the same name is taken for the same person.</summary>
    public static async Task<int> CountPeopleAsync(this MembershipDb db, Guid taskForceId, CancellationToken cancellationToken)
    {
        var seated = await db.Seats.Where(seat => seat.TaskForceId == taskForceId && seat.EndedAt == null)
            .Select(seat => seat.PersonEmail ?? seat.PersonName).ToListAsync(cancellationToken);
        return seated.Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    /// <summary>All seats that this one's person has or had in the task force, in an order that stays.</summary>
    public static async Task<IReadOnlyList<Guid>> SeatsOfPersonAsync(this MembershipDb db, Seat seat, CancellationToken cancellationToken)
    {
        var seats = await db.Seats.AsNoTracking().Where(other => other.TaskForceId == seat.TaskForceId)
            .Select(other => new { other.Id, other.AgencyId, other.PersonName, other.PersonEmail, other.TakenAt }).ToListAsync(cancellationToken);
        var found = seats.Where(other => other.Id == seat.Id).ToList();
        for (var known = 0; known < found.Count; known++)
        {
            // Whoever is known by an address in one seat, and by a name in the next, is one all the same.
            var one = found[known];
            found.AddRange(seats.Where(other => !found.Contains(other) && IsSame(one.AgencyId, one.PersonName, one.PersonEmail, other.AgencyId, other.PersonName, other.PersonEmail)));
        }

        return [.. found.OrderBy(other => other.TakenAt).ThenBy(other => other.Id).Select(other => other.Id)];
    }

    /// <summary>In two agencies, two may have the same name; and in one, where each has an address of their own.</summary>
    private static bool IsSame(Guid agency, string name, string? email, Guid otherAgency, string otherName, string? otherEmail) => email is not null && otherEmail is not null
        ? string.Equals(email, otherEmail, StringComparison.OrdinalIgnoreCase)
        : agency == otherAgency && string.Equals(name, otherName, StringComparison.OrdinalIgnoreCase);
}
