using Membership.Protocols.Steps;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Acknowledgements;

/// <summary>A person whom a version names, and by which of its steps.</summary>
internal sealed record NamedPerson(Guid AgencyId, Guid SeatId, IReadOnlyList<ResponseStep> Steps)
{
    /// <summary>The seats that are named; where an agency is called as such, each of its representatives who are no alternates.</summary>
    /// <param name="seats">The active seats of the agencies named.</param>
    public static List<NamedPerson> Of(ProtocolVersion version, IReadOnlyCollection<Seat> seats)
    {
        var representatives = seats.Where(seat => seat.State == SeatState.Active && seat.AlternateForSeatId is null).ToLookup(seat => seat.AgencyId, seat => seat.Id);
        return
        [
            .. from step in version.InOrder()
               from contact in step.InOrder()
               from seatId in contact.SeatId is { } named ? [named] : representatives[contact.AgencyId]
               group step by (contact.AgencyId, SeatId: seatId) into person
               select new NamedPerson(person.Key.AgencyId, person.Key.SeatId, [.. person.Distinct()]),
        ];
    }

    /// <summary>Whether the two versions ask the same of this person.</summary>
    public bool IsAskedTheSame(NamedPerson? before) =>
        before is not null && Steps.Count == before.Steps.Count
        && Steps.All(step => before.Steps.Any(earlier => earlier.IsSameAs(step)));
}

internal static class NamedSeats
{
    /// <summary>The active seats of all agencies that the versions name.</summary>
    public static Task<List<Seat>> SeatsNamedByAsync(this MembershipDb db, Guid taskForceId, IEnumerable<ProtocolVersion> versions, CancellationToken cancellationToken)
    {
        var agencies = versions.SelectMany(version => version.Steps).SelectMany(step => step.Contacts).Select(contact => contact.AgencyId).Distinct().ToList();
        return db.Seats.AsNoTracking()
            .Where(seat => seat.TaskForceId == taskForceId && agencies.Contains(seat.AgencyId) && seat.EndedAt == null)
            .OrderBy(seat => seat.TakenAt).ThenBy(seat => seat.Id)
            .ToListAsync(cancellationToken);
    }
}
