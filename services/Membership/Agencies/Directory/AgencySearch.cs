using Contracts;
using Membership.Agencies.Hours;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Validation;

namespace Membership.Agencies.Directory;

/// <summary>What is asked of a hub's directory; all of it at once.</summary>
/// <param name="Area">Finds whoever serves this area or a wider one that it lies in.</param>
internal sealed record AgencySearch(
    string Hub, IReadOnlyList<string> Words, ServiceType? Service = null, string? Language = null, string? Area = null,
    AgencyClass? Class = null, AgencyType? Type = null, DateTimeOffset? OpenAt = null);

internal static class AgencySearching
{
    /// <summary>
    /// Each condition on the card is a list of ids from an index of that condition, in which the hub stands first; what the agencies'
    /// own table is asked is then by id. So no condition reads the whole directory, and the order of paging is that of the ids.
    /// </summary>
    public static async Task<IQueryable<Agency>> SearchAgenciesAsync(this MembershipDb db, AgencySearch search, CancellationToken cancellationToken)
    {
        var found = new List<IQueryable<Guid>>(search.Words.Select(word => db.Named(search.Hub, word)));
        if (search.Service is { } service) found.Add(db.OfferedServices.Where(row => row.Hub == search.Hub && row.Type == service).Select(row => row.AgencyId));
        if (search.Language is { } language) found.Add(db.AgencyLanguages.Where(row => row.Hub == search.Hub && row.Code == language).Select(row => row.AgencyId));
        if (search.Area is not null)
        {
            var around = AreaCode.Around(search.Area);
            found.Add(db.AgencyAreas.Where(row => row.Hub == search.Hub && around.Contains(row.Code)).Select(row => row.AgencyId));
        }

        if (search.OpenAt is { } instant) found.Add(await db.OpenAtAsync(search.Hub, instant, cancellationToken));

        var agencies = found.Aggregate(db.Agencies.AsQueryable(), (narrowed, ids) => narrowed.Where(agency => ids.Contains(agency.Id)));
        // The ids are of this hub already; said again, it would lead some databases to read the hub's agencies first.
        if (found.Count == 0) agencies = agencies.Where(agency => agency.Hub == search.Hub);
        if (search.Class is { } agencyClass) agencies = agencies.Where(agency => agency.Class == agencyClass);
        if (search.Type is { } type) agencies = agencies.Where(agency => agency.Type == type);
        return agencies;
    }

    /// <summary>Agencies with a word in their name that begins so.</summary>
    internal static IQueryable<Guid> Named(this MembershipDb db, string hub, string word)
    {
        var end = NameWords.EndOf(word);
        return db.AgencyNameWords
            .Where(row => row.Hub == hub && string.Compare(row.Word, word) >= 0 && string.Compare(row.Word, end) < 0)
            .Select(row => row.AgencyId);
    }

    /// <summary>What <see cref="OpeningHours.IsOpenAt"/> says, of all at once: by each zone's clock, the day's hours and what is left of the day's before.</summary>
    private static async Task<IQueryable<Guid>> OpenAtAsync(this MembershipDb db, string hub, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        IQueryable<Guid>? open = null;
        foreach (var zone in await db.ZonesAsync(hub, cancellationToken))
        {
            var now = LocalMinute.At(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
            foreach (var (date, minute) in new[] { (now.Date, now.Minute), (now.Date.AddDays(-1), now.Minute + Opening.Day) })
            {
                var day = date.DayOfWeek;
                var exceptions = db.AgencyHoursExceptions.Where(row => row.Hub == hub && row.TimeZone == zone && row.Date == date);
                var otherwise = exceptions.Select(row => row.AgencyId);
                var weekly = db.AgencyHours
                    .Where(row => row.Hub == hub && row.TimeZone == zone && row.Day == day && row.OpensAt <= minute && row.ClosesAt > minute)
                    .Where(row => !otherwise.Contains(row.AgencyId)).Select(row => row.AgencyId);
                var exceptional = exceptions.Where(row => row.OpensAt <= minute && row.ClosesAt > minute).Select(row => row.AgencyId);
                open = open is null ? weekly.Concat(exceptional) : open.Concat(weekly).Concat(exceptional);
            }
        }

        return open ?? db.AgencyHours.Where(row => false).Select(row => row.AgencyId);
    }

    /// <summary>The few zones of a hub, one by one along the index, instead of all agencies for them.</summary>
    private static async Task<IReadOnlyList<string>> ZonesAsync(this MembershipDb db, string hub, CancellationToken cancellationToken)
    {
        var zones = new List<string>();
        for (var last = ""; ;)
        {
            var next = await db.Agencies.Where(agency => agency.Hub == hub && string.Compare(agency.TimeZone, last) > 0)
                .MinAsync(agency => agency.TimeZone, cancellationToken);
            if (next is null) return zones;
            zones.Add(last = next);
        }
    }
}
