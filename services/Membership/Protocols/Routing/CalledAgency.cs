using Contracts;
using Membership.Agencies;
using Membership.Agencies.Cards;
using Membership.Agencies.Hours;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Routing;

/// <summary>What an agency's card says that decides when it is called, and where.</summary>
/// <param name="HasCapacity">Whether somebody counted lately, and found some; null where nobody did.</param>
internal sealed record CalledAgency(
    Guid Id, string Name, IReadOnlyCollection<string> Languages, IReadOnlyCollection<string> Areas, bool? HasCapacity, OpeningHours Hours,
    AfterHours? AfterHours, string? AfterHoursNote, IReadOnlyList<PhoneTerms> Phones)
{
    /// <summary>A voicemail is nobody; and where nothing is said nobody is assumed.</summary>
    public bool AnswersAfterHours => AfterHours is Contracts.AfterHours.OnCall or Contracts.AfterHours.Hotline;

    public static async Task<Dictionary<Guid, CalledAgency>> LoadAsync(
        MembershipDb db, IReadOnlyCollection<Guid> agencies, DateOnly today, CancellationToken cancellationToken)
    {
        var cards = await db.Agencies.AsNoTracking().Where(agency => agencies.Contains(agency.Id))
            .Include(agency => agency.Languages).Include(agency => agency.Areas).Include(agency => agency.Capacities).Include(agency => agency.Phones).WithHours()
            .ToListAsync(cancellationToken);
        return cards.ToDictionary(card => card.Id, card => Of(card, today));
    }

    private static CalledAgency Of(Agency card, DateOnly today)
    {
        var counted = card.Capacities.Where(capacity => !capacity.IsStale(today)).ToList();
        return new(
            card.Id, card.Name, [.. card.Languages.Select(language => language.Code)], [.. card.Areas.Select(area => area.Code)],
            counted.Count == 0 ? null : counted.Exists(capacity => capacity.Available > 0), card.OpeningHours,
            card.AfterHours, card.AfterHoursNote, [.. card.Phones.Where(phone => phone.Kind is not PhoneKind.Fax).OrderBy(phone => phone.HsdsId).Select(phone => phone.Terms)]);
    }
}
