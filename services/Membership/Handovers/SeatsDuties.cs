using Membership.Committees;
using Membership.Protocols;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Handovers;

/// <summary>
/// What somebody new in a seat has to do with: what the seat holds, what waits for somebody since the one before went,
/// and what the agency as such is called or sits for.
/// </summary>
internal static class SeatsDuties
{
    private static readonly ResponsibilityKind[] Offices = [ResponsibilityKind.LeadershipPosition, ResponsibilityKind.CommitteeChair];

    public static async Task<List<(OrientationTopic Topic, Guid? AboutId)>> DutiesOfAsync(
        this MembershipDb db, Seat seat, CancellationToken cancellationToken)
    {
        // Saved: what an alternate was given when the one before went. Waiting: what nobody was there to be given.
        var waiting = await db.PassedResponsibilities
            .Where(passed => passed.FromSeatId == seat.SucceedsSeatId && passed.ToSeatId == null && passed.ClosedAt == null && Offices.Contains(passed.Kind))
            .Select(passed => passed.ItemId).ToListAsync(cancellationToken);
        var positions = await db.LeadershipPositions
            .Where(position => position.TaskForceId == seat.TaskForceId && position.EndedOn == null
                && (position.SeatId == seat.Id || waiting.Contains(position.Id)))
            .OrderBy(position => position.Id).Select(position => position.Id).ToListAsync(cancellationToken);
        var committees = db.Committees.Where(committee => committee.TaskForceId == seat.TaskForceId
            && (committee.EndedOn == null || committee.EndReason == CommitteeEndReason.TimeUp));
        var chairs = await committees.Where(committee => committee.ChairSeatId == seat.Id || waiting.Contains(committee.Id))
            .OrderBy(committee => committee.Id).Select(committee => committee.Id).ToListAsync(cancellationToken);
        var sitting = await committees
            .Where(committee => !chairs.Contains(committee.Id) && db.CommitteeMembers.Any(member => member.CommitteeId == committee.Id
                && member.LeftOn == null && member.AgencyId == seat.AgencyId && (member.SeatId == seat.Id || member.SeatId == null)))
            .OrderBy(committee => committee.Id).Select(committee => committee.Id).ToListAsync(cancellationToken);
        var protocols = await db.ProtocolVersions
            .Where(version => version.TaskForceId == seat.TaskForceId && version.State == ProtocolState.Adopted)
            .Where(version => version.Steps.Any(step => step.Contacts.Any(
                contact => contact.AgencyId == seat.AgencyId && (contact.SeatId == seat.Id || contact.SeatId == null))))
            .OrderBy(version => version.ProtocolId).Select(version => version.ProtocolId).ToListAsync(cancellationToken);
        return
        [
            .. About(OrientationTopic.Position, positions),
            .. About(OrientationTopic.CommitteeChair, chairs),
            .. About(OrientationTopic.Committee, sitting),
            .. About(OrientationTopic.Protocol, protocols),
        ];
    }

    private static IEnumerable<(OrientationTopic, Guid?)> About(OrientationTopic topic, IEnumerable<Guid> ids) => ids.Select(id => (topic, (Guid?)id));
}
