using Membership.Handovers;
using Membership.Leadership;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Meetings.Agenda;

/// <summary>Whoever was to speak at a meeting to come is followed by the alternate, or somebody must be found.</summary>
internal sealed class SponsorHandover(MembershipDb db) : IHandOver
{
    public ResponsibilityKind Kind => ResponsibilityKind.SpeakingSponsor;

    public async Task HandOverAsync(Handover handover, CancellationToken cancellationToken)
    {
        var (from, today) = (handover.From.Id, handover.Now.Day());
        var ahead = db.Meetings.Where(meeting =>
            meeting.State == MeetingState.Draft || meeting.State == MeetingState.AgendaOpen || meeting.State == MeetingState.AgendaSettled);
        var items = db.AgendaItems.Where(item => item.SponsorSeatId == from && item.MeetingOn >= today && ahead.Any(meeting => meeting.Id == item.MeetingId));
        foreach (var item in await items.ToListAsync(cancellationToken))
        {
            item.HandOver(handover.To?.Id);
            handover.Record(Kind, item.Id);
        }
    }

    public async Task<bool> AssignAsync(Guid itemId, Seat seat, Written written, CancellationToken cancellationToken)
    {
        if (await db.AgendaItems.SingleOrDefaultAsync(item => item.Id == itemId, cancellationToken) is not { SponsorSeatId: null } item
            || item.SponsorAgencyId != seat.AgencyId)
        {
            return false;
        }

        item.HandOver(seat.Id);
        return true;
    }
}
