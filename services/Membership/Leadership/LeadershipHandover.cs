using Membership.Handovers;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Leadership;

/// <summary>A leader whose seat ends: the alternate acts to the end of the term, or the position is shown as vacant.</summary>
internal sealed class LeadershipHandover(MembershipDb db, TimeProvider time) : IHandOver
{
    public ResponsibilityKind Kind => ResponsibilityKind.LeadershipPosition;

    public async Task HandOverAsync(Handover handover, CancellationToken cancellationToken)
    {
        var today = handover.Now.Day();
        var leadership = await LeadershipAsync(handover.From.TaskForceId, cancellationToken);
        var held = await db.LeadershipPositions
            .Where(position => position.SeatId == handover.From.Id && position.EndedOn == null).ToListAsync(cancellationToken);
        if (held.Count == 0) return;

        var alternates = handover.To is { } to
            ? await db.LeadershipPositions.Where(position => position.SeatId == to.Id && position.EndedOn == null)
                .Select(position => position.Kind).ToListAsync(cancellationToken)
            : [];
        foreach (var position in held)
        {
            // Nobody is two of the co-chairs.
            var acting = alternates.Contains(position.Kind) ? null : handover.To;
            position.End(PositionEndReason.SeatEnded, today);
            var next = acting is null ? LeadershipPosition.Vacate(position, today) : LeadershipPosition.ActFor(position, acting, today);
            db.LeadershipPositions.Add(next);
            db.StructureChanges.Add(StructureChange.Of(
                next, acting is null ? StructureChangeKind.PositionVacant : StructureChangeKind.PositionActing, today, handover.Written));
            (handover with { To = acting }).Record(Kind, next.Id);
        }

        leadership?.Change();
    }

    public async Task<bool> AssignAsync(Guid itemId, Seat seat, Written written, CancellationToken cancellationToken)
    {
        var leadership = await LeadershipAsync(seat.TaskForceId, cancellationToken);
        var vacancy = await db.LeadershipPositions.SingleOrDefaultAsync(
            position => position.Id == itemId && position.TaskForceId == seat.TaskForceId && position.EndedOn == null && position.SeatId == null,
            cancellationToken);
        if (vacancy is null || await db.LeadershipPositions.AnyAsync(
                position => position.SeatId == seat.Id && position.Kind == vacancy.Kind && position.EndedOn == null, cancellationToken))
        {
            return false;
        }

        vacancy.End(PositionEndReason.Filled, time.Day());
        var next = LeadershipPosition.ActFor(vacancy, seat, time.Day());
        db.LeadershipPositions.Add(next);
        db.StructureChanges.Add(StructureChange.Of(next, StructureChangeKind.PositionActing, time.Day(), written));
        leadership?.Change();
        return true;
    }

    /// <summary>Before what it says of positions is read; there is none where nobody ever led.</summary>
    private Task<TaskForceLeadership?> LeadershipAsync(Guid taskForceId, CancellationToken cancellationToken) =>
        db.Leaderships.SingleOrDefaultAsync(leadership => leadership.TaskForceId == taskForceId, cancellationToken);
}
