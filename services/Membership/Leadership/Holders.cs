using Contracts;
using Membership.Decisions;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;

namespace Membership.Leadership;

internal static class Holders
{
    /// <summary>The decision named for new leaders, which there must be where they are elected; nothing where none is named and none is needed.</summary>
    public static async Task<CarriedDecision> ElectedAsync(
        this MembershipDb db, TaskForce taskForce, LeadershipArrangement? arrangement, Guid? decisionId, CancellationToken cancellationToken)
    {
        if (decisionId is { } id) return await db.CarriedAsync(taskForce, id, DecisionAbout.Leadership, null, cancellationToken);
        return arrangement?.ChosenBy == HowChosen.Elected
            ? new(null, Problems.Invalid("decisionId", "Leaders are elected here: name the decision that elected them."))
            : new(null, null);
    }

    /// <summary>Of agencies that take part.</summary>
    public static Task<Dictionary<Guid, Seat>> ActiveSeatsAsync(
        this MembershipDb db, Guid taskForceId, IEnumerable<Guid> seatIds, CancellationToken cancellationToken)
    {
        var wanted = seatIds.ToList();
        return db.Seats.AsNoTracking()
            .TakingPart(db).Where(seat => seat.TaskForceId == taskForceId && wanted.Contains(seat.Id))
            .ToDictionaryAsync(seat => seat.Id, cancellationToken);
    }

    /// <summary>What the people in these seats held before, in whichever seat: a new seat makes nobody somebody else.</summary>
    public static async Task<ILookup<string, LeadershipPosition>> EarlierAsync(
        this MembershipDb db, Guid taskForceId, IEnumerable<Seat> seats, CancellationToken cancellationToken)
    {
        var people = seats.Select(seat => seat.Person).ToHashSet();
        var held = await db.LeadershipPositions.AsNoTracking().Where(position => position.TaskForceId == taskForceId)
            .Join(db.Seats.AsNoTracking(), position => position.SeatId, seat => (Guid?)seat.Id, (position, seat) => new { position, seat })
            .ToListAsync(cancellationToken);
        return held.Where(one => people.Contains(one.seat.Person)).ToLookup(one => one.seat.Person, one => one.position);
    }
}
