using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;

namespace Membership.Leadership;

internal static class FindLeadership
{
    /// <summary>
    /// Tracked, and new where the task force has none yet. Read before anything that a change is judged by: whoever changed the
    /// leadership after that is then seen at the save.
    /// </summary>
    public static async Task<TaskForceLeadership> LeadershipOfAsync(this MembershipDb db, TaskForce taskForce, CancellationToken cancellationToken)
    {
        if (await db.Leaderships.SingleOrDefaultAsync(leadership => leadership.TaskForceId == taskForce.Id, cancellationToken) is { } known)
            return known;
        var leadership = TaskForceLeadership.Of(taskForce);
        db.Leaderships.Add(leadership);
        return leadership;
    }

    public static Task<LeadershipArrangement?> ArrangementInForceAsync(
        this MembershipDb db, Guid taskForceId, DateOnly day, CancellationToken cancellationToken) =>
        db.LeadershipArrangements.SingleOrDefaultAsync(
            arrangement => arrangement.TaskForceId == taskForceId && arrangement.InForceFrom <= day
                && (arrangement.SupersededFrom == null || arrangement.SupersededFrom > day),
            cancellationToken);

    /// <summary>Everything that has not ended: held, acted for, or vacant.</summary>
    public static Task<List<LeadershipPosition>> PresentPositionsAsync(this MembershipDb db, Guid taskForceId, CancellationToken cancellationToken) =>
        db.LeadershipPositions.Where(position => position.TaskForceId == taskForceId && position.EndedOn == null)
            .OrderBy(position => position.From).ThenBy(position => position.Id).ToListAsync(cancellationToken);

    public static IReadOnlyList<LeadershipPositionKind> Held(this IEnumerable<LeadershipPosition> positions) =>
        [.. positions.Where(position => position.EndedOn is null && position.SeatId is not null).Select(position => position.Kind)];

    /// <summary>Before a task force has adopted an arrangement, whoever leads it leads alone.</summary>
    public static LeadershipModel Model(this LeadershipArrangement? arrangement) => arrangement?.Model ?? LeadershipModel.Single;
}
