using Contracts;
using Membership.Members;
using Membership.Protocols.Steps;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Routing;

/// <summary>
/// All that is asked of the agencies that the matching steps name, each of it in one query by their ids: however large the
/// directory is, the effort is that of the steps.
/// </summary>
internal sealed class NamedAgencies
{
    private readonly Dictionary<Guid, CalledAgency> agencies;
    private readonly HashSet<Guid> members;
    private readonly List<Seat> seats;
    private readonly ILookup<(Guid ProtocolId, Guid AgencyId), (Guid? SeatId, ReadinessGapKind Kind)> gaps;

    private NamedAgencies(
        Dictionary<Guid, CalledAgency> agencies, HashSet<Guid> members, List<Seat> seats,
        ILookup<(Guid ProtocolId, Guid AgencyId), (Guid? SeatId, ReadinessGapKind Kind)> gaps) =>
        (this.agencies, this.members, this.seats, this.gaps) = (agencies, members, seats, gaps);

    public CalledAgency this[Guid agencyId] => agencies[agencyId];

    public static async Task<NamedAgencies> LoadAsync(
        MembershipDb db, Guid taskForceId, IReadOnlyCollection<ResponseStep> steps, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = steps.SelectMany(step => step.Contacts).Select(contact => contact.AgencyId).Distinct().ToList();
        var members = await db.Members.AsNoTracking().Where(Member.TakesPart)
            .Where(member => member.TaskForceId == taskForceId && ids.Contains(member.AgencyId))
            .Select(member => member.AgencyId).ToHashSetAsync(cancellationToken);
        var seats = await db.Seats.AsNoTracking()
            .Where(seat => seat.TaskForceId == taskForceId && ids.Contains(seat.AgencyId) && seat.EndedAt == null)
            .OrderBy(seat => seat.TakenAt).ThenBy(seat => seat.Id).ToListAsync(cancellationToken);
        var gaps = await db.ReadinessGaps.AsNoTracking()
            .Where(gap => gap.TaskForceId == taskForceId && ids.Contains(gap.AgencyId) && gap.CuredOn == null)
            .Select(gap => new { gap.ProtocolId, gap.AgencyId, gap.SeatId, gap.Kind }).ToListAsync(cancellationToken);
        return new(
            await CalledAgency.LoadAsync(db, ids, today, cancellationToken), members, seats,
            gaps.ToLookup(gap => (gap.ProtocolId, gap.AgencyId), gap => (gap.SeatId, gap.Kind)));
    }

    public bool IsMember(Guid agencyId) => members.Contains(agencyId);

    /// <summary>Who is named; where nobody is, whoever has sat there for the agency longest.</summary>
    public Seat? SeatOf(StepContact contact) => contact.SeatId is { } named
        ? seats.Find(seat => seat.Id == named)
        : seats.Find(seat => seat.AgencyId == contact.AgencyId && seat.AlternateForSeatId is null);

    /// <summary>The agency's own, and those of the person named; where nobody is, of all its people.</summary>
    public IReadOnlyList<ReadinessGapKind> WarningsOf(Guid protocolId, StepContact contact) =>
    [
        .. gaps[(protocolId, contact.AgencyId)].Where(gap => gap.SeatId is null || contact.SeatId is null || gap.SeatId == contact.SeatId)
            .Select(gap => gap.Kind).Distinct().Order(),
    ];
}
