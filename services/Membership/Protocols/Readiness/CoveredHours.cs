using System.Globalization;
using Membership.Agencies;
using Membership.Agencies.Hours;
using Membership.Protocols.Steps;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Readiness;

/// <summary>Whether the agencies that are called are there when the steps need them, by their cards. Nobody is assumed on call.</summary>
internal sealed class CoveredHours
{
    private readonly Dictionary<Guid, OpeningHours> hours;

    private CoveredHours(Dictionary<Guid, OpeningHours> hours) => this.hours = hours;

    public static async Task<CoveredHours> LoadAsync(MembershipDb db, IReadOnlyCollection<Guid> agencies, CancellationToken cancellationToken)
    {
        var cards = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id)).WithHours().ToListAsync(cancellationToken);
        return new(cards.ToDictionary(card => card.Id, card => card.OpeningHours));
    }

    public HoursStanding Of(Guid agencyId, IReadOnlyList<ResponseStep> steps)
    {
        if (!hours.TryGetValue(agencyId, out var known) || !known.AreKnown) return HoursStanding.Unknown;
        return steps.All(step => Cover(known, step)) ? HoursStanding.Covered : HoursStanding.NotCovered;
    }

    private static bool Cover(OpeningHours known, ResponseStep step) => step.Hours switch
    {
        HoursNeeded.AroundTheClock => known.AroundTheClock,
        HoursNeeded.Named => step.NamedHours.All(named => known.Cover(named.Day, Opening.Between(Time(named.Opens), Time(named.Closes)))),
        _ => true,
    };

    private static TimeOnly Time(string clock) => TimeOnly.ParseExact(clock, "HH:mm", CultureInfo.InvariantCulture);
}
