using Contracts;
using Membership.Meetings;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Participation;

/// <summary>Something an agency has for a time: a seat, a position, a chair.</summary>
internal sealed record Held(Guid AgencyId, DateOnly From, DateOnly? Until);

/// <summary>So many things of an agency on one day.</summary>
internal sealed record Done(Guid AgencyId, DateOnly On, int Count);

/// <summary>
/// Who sits, leads, chairs, brings things up, speaks and takes things on, of the agencies asked for: one query for each,
/// however many agencies and periods there are.
/// </summary>
internal sealed record Voices(
    List<Held> Seats, List<Held> Leaders, List<Held> Chairs, List<Done> AgendaItems, List<Done> Sponsors, List<Done> ActionItems)
{
    private static readonly LeadershipPositionKind[] Leading =
    [
        LeadershipPositionKind.Chair, LeadershipPositionKind.CoChair, LeadershipPositionKind.FigureheadChair, LeadershipPositionKind.OperationalLead,
        LeadershipPositionKind.ViceChair,
    ];

    /// <param name="agencies">None for all.</param>
    public static async Task<Voices> ReadAsync(
        MembershipDb db, Guid taskForceId, DateOnly from, DateOnly to, IReadOnlyCollection<Guid>? agencies, CancellationToken cancellationToken)
    {
        var all = agencies is null;
        var some = agencies ?? [];
        var (begin, end) = (Start(from), Start(to.AddDays(1)));
        var seats = await db.Seats
            .Where(seat => seat.TaskForceId == taskForceId && seat.TakenAt < end && (seat.EndedAt == null || seat.EndedAt >= begin))
            .Where(seat => all || some.Contains(seat.AgencyId))
            .Select(seat => new { seat.AgencyId, seat.TakenAt, seat.EndedAt }).ToListAsync(cancellationToken);
        var leaders = await db.LeadershipPositions
            .Where(position => position.TaskForceId == taskForceId && position.AgencyId != null && Leading.Contains(position.Kind)
                && position.From <= to && (position.EndedOn == null || position.EndedOn >= from))
            .Where(position => all || some.Contains(position.AgencyId!.Value))
            .Select(position => new Held(position.AgencyId!.Value, position.From, position.EndedOn)).ToListAsync(cancellationToken);
        var chairs = await db.Committees.Where(committee => committee.TaskForceId == taskForceId)
            .SelectMany(committee => committee.Chairs, (committee, chair) => new { chair.AgencyId, chair.From, chair.EndedOn, Closed = committee.EndedOn })
            .Where(chair => chair.From <= to && (chair.EndedOn == null || chair.EndedOn >= from) && (chair.Closed == null || chair.Closed >= from))
            .Where(chair => all || some.Contains(chair.AgencyId))
            .ToListAsync(cancellationToken);
        var items = db.AgendaItems
            .Where(item => item.TaskForceId == taskForceId && item.MeetingOn >= from && item.MeetingOn <= to
                && !db.Meetings.Any(meeting => meeting.Id == item.MeetingId && meeting.State == MeetingState.Cancelled));
        var agenda = await items.Where(item => item.ProposedByAgencyId != null)
            .Where(item => all || some.Contains(item.ProposedByAgencyId!.Value))
            .GroupBy(item => new { Agency = item.ProposedByAgencyId!.Value, item.MeetingOn })
            .Select(group => new Done(group.Key.Agency, group.Key.MeetingOn, group.Count())).ToListAsync(cancellationToken);
        // What the platform put there because it is due is asked of the agency: nobody let it speak.
        var sponsors = await items.Where(item => item.SponsorAgencyId != null && item.ActionItemId == null && item.ReviewedAgencyId == null)
            .Where(item => all || some.Contains(item.SponsorAgencyId!.Value))
            .GroupBy(item => new { Agency = item.SponsorAgencyId!.Value, item.MeetingOn })
            .Select(group => new Done(group.Key.Agency, group.Key.MeetingOn, group.Count())).ToListAsync(cancellationToken);
        var actions = await db.ActionItems
            .Where(item => item.TaskForceId == taskForceId && item.AssignedOn >= from && item.AssignedOn <= to)
            .Where(item => all || some.Contains(item.OwnerAgencyId))
            .GroupBy(item => new { item.OwnerAgencyId, item.AssignedOn })
            .Select(group => new Done(group.Key.OwnerAgencyId, group.Key.AssignedOn, group.Count())).ToListAsync(cancellationToken);
        var passedOn = await db.ActionItems.Where(item => item.TaskForceId == taskForceId).SelectMany(item => item.FormerOwners)
            .Where(former => former.AssignedOn >= from && former.AssignedOn <= to)
            .Where(former => all || some.Contains(former.AgencyId))
            .GroupBy(former => new { former.AgencyId, former.AssignedOn })
            .Select(group => new Done(group.Key.AgencyId, group.Key.AssignedOn, group.Count())).ToListAsync(cancellationToken);
        return new(
            [.. seats.Select(seat => new Held(seat.AgencyId, seat.TakenAt.Day(), seat.EndedAt?.Day()))], leaders,
            [.. chairs.Select(chair => new Held(chair.AgencyId, chair.From, chair.EndedOn is { } ended && !(ended > chair.Closed) ? ended : chair.Closed))],
            agenda, sponsors, [.. actions, .. passedOn]);
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
