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

    public static Task<Dictionary<Guid, Seat>> ActiveSeatsAsync(
        this MembershipDb db, Guid taskForceId, IEnumerable<Guid> seatIds, CancellationToken cancellationToken)
    {
        var wanted = seatIds.ToList();
        return db.Seats.AsNoTracking()
            .Where(seat => seat.TaskForceId == taskForceId && seat.EndedAt == null && wanted.Contains(seat.Id))
            .ToDictionaryAsync(seat => seat.Id, cancellationToken);
    }

    /// <summary>What these seats held before.</summary>
    public static Task<List<LeadershipPosition>> EarlierAsync(
        this MembershipDb db, Guid taskForceId, IReadOnlyList<Guid> seatIds, CancellationToken cancellationToken) =>
        db.LeadershipPositions.AsNoTracking()
            .Where(position => position.TaskForceId == taskForceId && position.SeatId != null && seatIds.Contains(position.SeatId.Value))
            .ToListAsync(cancellationToken);
}
