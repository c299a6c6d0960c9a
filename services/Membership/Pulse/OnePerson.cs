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
        return
        [
            .. seats.Where(other => other.Id == seat.Id || IsSame(other.AgencyId, other.PersonName, other.PersonEmail))
                .OrderBy(other => other.TakenAt).ThenBy(other => other.Id).Select(other => other.Id),
        ];

        // In two agencies, two may have the same name; and in one, where each has an address of their own.
        bool IsSame(Guid agency, string name, string? email) => email is not null && seat.PersonEmail is not null
            ? string.Equals(email, seat.PersonEmail, StringComparison.OrdinalIgnoreCase)
            : agency == seat.AgencyId && string.Equals(name, seat.PersonName, StringComparison.OrdinalIgnoreCase);
    }
}
