using Membership.Handovers;
using Membership.Leadership;
using Membership.Protocols.Acknowledgements;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Steps;

/// <summary>
/// A seat that steps name ends: its alternate is called instead and must acknowledge the protocol; without one, the
/// agency as such is called, and the step waits for a seat.
/// </summary>
internal sealed class StepContactHandOver(MembershipDb db, TimeProvider time) : IHandOver
{
    public ResponsibilityKind Kind => ResponsibilityKind.ProtocolStep;

    public async Task HandOverAsync(Handover handover, CancellationToken cancellationToken)
    {
        var held = await Living().Where(contact => contact.SeatId == handover.From.Id).ToListAsync(cancellationToken);
        foreach (var contact in held)
        {
            contact.Pass(handover.To?.Id);
            handover.Record(Kind, contact.Id);
        }

        var asked = await db.ProtocolAcknowledgements
            .Where(asked => asked.SeatId == handover.From.Id && asked.State == AcknowledgementState.Asked).ToListAsync(cancellationToken);
        foreach (var acknowledgement in asked) acknowledgement.Release();

        if (handover.To is { } alternate) await AskAsync(held.Select(contact => contact.VersionId), alternate, handover.Now.Day(), cancellationToken);
    }

    public async Task<bool> AssignAsync(Guid itemId, Seat seat, Written written, CancellationToken cancellationToken)
    {
        var contact = await Living().SingleOrDefaultAsync(contact => contact.Id == itemId, cancellationToken);
        if (contact is not { IsWithNobody: true } || contact.AgencyId != seat.AgencyId) return false;

        contact.Assign(seat.Id);
        await AskAsync([contact.VersionId], seat, time.Day(), cancellationToken);
        return true;
    }

    /// <summary>Of what is in force or being written; what was superseded stays as it was.</summary>
    private IQueryable<StepContact> Living() =>
        from contact in db.StepContacts
        join version in db.ProtocolVersions on contact.VersionId equals version.Id
        where version.State == ProtocolState.Adopted || version.State == ProtocolState.Draft
        select contact;

    private async Task AskAsync(IEnumerable<Guid> versionIds, Seat seat, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = versionIds.Distinct().ToList();
        var versions = await db.ProtocolVersions
            .Where(version => ids.Contains(version.Id) && version.State == ProtocolState.Adopted).ToListAsync(cancellationToken);
        var known = await db.ProtocolAcknowledgements.Where(asked => ids.Contains(asked.VersionId) && asked.SeatId == seat.Id)
            .ToDictionaryAsync(asked => asked.VersionId, cancellationToken);
        foreach (var version in versions)
        {
            // Also where the seat has acknowledged it for steps of its own: these are new to it.
            if (known.TryGetValue(version.Id, out var asked)) asked.AskAgain(today);
            else db.ProtocolAcknowledgements.Add(Acknowledgement.Ask(version, seat.AgencyId, seat.Id, today));
        }
    }
}
