using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Handovers;

/// <summary>What somebody who takes over a seat is to be shown. Part of the caller's save.</summary>
internal static class OpenOrientation
{
    private const int MostPeople = 50;

    public static async Task OpenOrientationAsync(this MembershipDb db, Seat seat, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var duties = await db.DutiesOfAsync(seat, cancellationToken);
        var open = await db.Orientations.SingleOrDefaultAsync(
            orientation => orientation.SeatId == seat.Id && orientation.CompletedOn == null && orientation.EndedOn == null, cancellationToken);
        if (open is not null)
        {
            open.GoOnAsRepresentative(seat, duties, now);
            return;
        }

        var people = await db.Seats.Where(other => other.TaskForceId == seat.TaskForceId && other.EndedAt == null && other.InCoreGroup && other.Id != seat.Id)
            .OrderBy(other => other.Id).Select(other => other.Id).Take(MostPeople).ToListAsync(cancellationToken);
        (OrientationTopic, Guid?)[] topics =
        [
            (OrientationTopic.Role, null),
            .. duties,
            (OrientationTopic.Courses, null),
            .. people.Select(person => (OrientationTopic.Person, (Guid?)person)),
            (OrientationTopic.RideAlong, null),
        ];
        db.Orientations.Add(Orientation.Open(seat, topics, now));
    }
}
