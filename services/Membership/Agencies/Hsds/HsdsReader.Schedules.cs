using System.Globalization;
using System.Text.RegularExpressions;
using Membership.Agencies.Cards;
using Membership.Agencies.Hours;

namespace Membership.Agencies.Hsds;

/// <summary>Weekly hours. A card has one set of them; so they are taken whole or not at all.</summary>
internal sealed partial class HsdsReader
{
    private static readonly Dictionary<string, DayOfWeek> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MO"] = DayOfWeek.Monday, ["TU"] = DayOfWeek.Tuesday, ["WE"] = DayOfWeek.Wednesday, ["TH"] = DayOfWeek.Thursday,
        ["FR"] = DayOfWeek.Friday, ["SA"] = DayOfWeek.Saturday, ["SU"] = DayOfWeek.Sunday,
    };

    private static readonly string[] MoreThanWeekly = ["byweekno", "bymonthday", "byyearday", "count"];

    private readonly ILookup<string?, HsdsRow> zonesOf = tables[HsdsTables.Attributes]
        .Where(attribute => attribute["link_type"] == HsdsTaxonomy.TimeZone).ToLookup(attribute => attribute["link_id"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The services' hours, or the locations' where the services have none.</summary>
    private (string?, IReadOnlyList<(DayOfWeek, Opening)>)? HoursOf(HsdsRow organization, Guid id, IReadOnlyList<Place> places)
    {
        var said = places.Select(place => (place.Parent, Rows: Below(HsdsTables.Schedules, place.Parent, place.Row))).Where(place => place.Rows is not null).ToList();
        if (said.Count == 0) return null;
        var schedules = said.Where(place => place.Rows!.Count > 0).GroupBy(place => place.Parent, place => place.Rows!).FirstOrDefault()?.ToList() ?? [];
        if (schedules.Count == 0) return (null, []);

        var whole = true;
        var zone = schedules.SelectMany(rows => rows).Select(ZoneIn).FirstOrDefault(named => named is not null) ?? zoneOf(id);
        var sets = schedules.Select(rows => rows.SelectMany(row => Weekly(row, ref whole)).ToHashSet()).ToList();
        if (!whole) return null;
        if (sets.Any(set => !set.SetEquals(sets[0])))
        {
            report.Pass(organization.Place, "schedules", "They differ from one to another, and a card has one set: the hours on the card stay as they are.");
            return null;
        }

        if (zone is null)
        {
            report.Refuse(schedules[0][0].Place, "timezone",
                "Say in the address which time zone the hours are in, such as timeZone=America/Los_Angeles: HSDS has an offset only, which is wrong for half of the year.");
        }

        Limit(organization, HsdsTables.Schedules, sets[0].Count, NewCard.MostHours);
        return (zone, [.. sets[0]]);
    }

    private string? ZoneIn(HsdsRow schedule)
    {
        if (KeyOf(schedule) is not { } key || zonesOf[key].FirstOrDefault() is not { } attribute || attribute["value"] is not { } zone) return null;
        if (TimeZoneAttribute.IsKnown(zone)) return zone;

        report.Refuse(attribute.Place, "value", "Must be an IANA time zone, such as America/Los_Angeles.");
        return null;
    }

    private List<(DayOfWeek, Opening)> Weekly(HsdsRow row, ref bool whole)
    {
        if (Obstacle(row) is { } obstacle)
        {
            whole = false;
            report.Pass(row.Place, "schedule", $"{obstacle} The hours on the card stay as they are.");
            return [];
        }

        var (opens, closes) = (Clock(row, "opens_at"), Clock(row, "closes_at"));
        var days = row["byday"]!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!days.All(Days.ContainsKey)) report.Refuse(row.Place, "byday", "Must be days such as MO,TU.");
        return opens is null || closes is null ? [] : [.. days.Where(Days.ContainsKey).Select(day => (Days[day], Opening.Between(opens.Value, closes.Value)))];
    }

    /// <summary>What the weekly hours of a card cannot say.</summary>
    private string? Obstacle(HsdsRow row) =>
        (Date(row, "valid_to") ?? Date(row, "until")) < today ? "No longer valid."
        : Date(row, "valid_from") > today ? "Not valid yet."
        : (row["freq"] is { } freq && !freq.Equals("WEEKLY", StringComparison.OrdinalIgnoreCase)) || row["interval"] is not (null or "1")
            || MoreThanWeekly.Any(field => row[field] is not null) ? "Not of every week."
        : row["byday"] is null || row["opens_at"] is null || row["closes_at"] is null ? "Without days or times."
        : null;

    private DateOnly? Date(HsdsRow row, string field)
    {
        if (row[field] is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;

        report.Refuse(row.Place, field, "Must be a date, as yyyy-MM-dd.");
        return null;
    }

    /// <summary>The time on the wall; an offset behind it is what the zone has now, or had when it was written.</summary>
    private TimeOnly? Clock(HsdsRow row, string field)
    {
        if (TimeOfDay().Match(row[field]!) is { Success: true } match
            && TimeOnly.TryParseExact(match.Groups[1].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        report.Refuse(row.Place, field, "Must be local time, as HH:MM.");
        return null;
    }

    /// <summary>Not in UTC (Z): that would be another hour in summer than in winter.</summary>
    [GeneratedRegex(@"^([0-9]{2}:[0-9]{2})(:[0-9]{2}(\.[0-9]+)?)?([+-][0-9]{2}:?[0-9]{2})?$")]
    private static partial Regex TimeOfDay();
}
