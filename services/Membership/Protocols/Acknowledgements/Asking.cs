using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Acknowledgements;

/// <summary>Who is asked to acknowledge a version. Part of the caller's save.</summary>
internal static class Asking
{
    /// <summary>
    /// At adoption. Whoever acknowledged the version before is asked again only where the steps that name the person
    /// changed; what the version before still asked, it asks no more.
    /// </summary>
    public static async Task<List<Acknowledgement>> AskAsync(
        MembershipDb db, ProtocolVersion version, ProtocolVersion? before, IReadOnlyCollection<Seat> seats, DateOnly today, CancellationToken cancellationToken)
    {
        var earlier = before is null ? [] : await db.ProtocolAcknowledgements
            .Where(acknowledgement => acknowledgement.VersionId == before.Id)
            .ToDictionaryAsync(acknowledgement => acknowledgement.SeatId, cancellationToken);
        var namedBefore = before is null ? [] : NamedPerson.Of(before, seats).ToDictionary(person => person.SeatId);

        var asked = new List<Acknowledgement>();
        foreach (var person in NamedPerson.Of(version, seats))
        {
            var known = earlier.GetValueOrDefault(person.SeatId);
            asked.Add(known is { State: not AcknowledgementState.Released } && person.IsAskedTheSame(namedBefore.GetValueOrDefault(person.SeatId))
                ? known.CarryTo(version)
                : Acknowledgement.Ask(version, person.AgencyId, person.SeatId, today));
        }

        foreach (var known in earlier.Values) known.Release();
        db.ProtocolAcknowledgements.AddRange(asked);
        return asked;
    }

    /// <summary>Afterwards: who came to a named agency is asked too, and who went is asked no more.</summary>
    public static void Keep(
        MembershipDb db, ProtocolVersion version, IReadOnlyCollection<Seat> seats, Dictionary<Guid, Acknowledgement> asked, DateOnly today)
    {
        var named = NamedPerson.Of(version, seats);
        foreach (var person in named)
        {
            if (!asked.TryGetValue(person.SeatId, out var known))
                db.ProtocolAcknowledgements.Add(asked[person.SeatId] = Acknowledgement.Ask(version, person.AgencyId, person.SeatId, today));
            else if (known.State == AcknowledgementState.Released)
                known.AskAgain(today);
        }

        var seatsNamed = named.Select(person => person.SeatId).ToHashSet();
        foreach (var known in asked.Values.Where(known => !seatsNamed.Contains(known.SeatId))) known.Release();
    }
}
