using System.Text.RegularExpressions;
using Membership.Agencies.Cards;
using ServiceDefaults.Validation;

namespace Membership.Agencies.Hsds;

/// <summary>Languages and areas: in HSDS they are services' and locations', on a card the agency's.</summary>
internal sealed partial class HsdsReader
{
    /// <summary>Those that ISO 639-2 has. Where there are others, none is taken off the card: it may name them in its own way.</summary>
    private (bool Whole, IReadOnlyList<string> Codes)? LanguagesOf(HsdsRow organization, IEnumerable<Place> places)
    {
        var said = places.Select(place => Below(HsdsTables.Languages, place.Parent, place.Row)).OfType<List<HsdsRow>>().ToList();
        if (said.Count == 0) return null;

        var (codes, whole) = (new SortedSet<string>(StringComparer.Ordinal), true);
        foreach (var row in said.SelectMany(rows => rows).Distinct())
        {
            var code = row["code"]?.ToLowerInvariant();
            if (code is not null && HsdsLanguage.Of(code) is { } known)
            {
                codes.Add(known);
                continue;
            }

            whole = false;
            if (code is null) report.Pass(row.Place, "code", "Without a code: the languages on the card stay on it.");
            else if (Regex.IsMatch(code, LanguageCode.Pattern))
                report.Pass(row.Place, "code", "ISO 639-2, by which a card names languages, has no code for it: those on the card stay on it.");
            else report.Refuse(row.Place, "code", "Must be a language's code of ISO 639-1, 639-2 or 639-3.");
        }

        Limit(organization, HsdsTables.Languages, codes.Count, NewCard.MostLanguages);
        return (whole, [.. codes]);
    }

    /// <summary>Areas that are codes; whoever serves one that is told otherwise keeps the areas on its card.</summary>
    private List<string>? AreasOf(HsdsRow organization, IEnumerable<HsdsRow> services)
    {
        var said = services.Select(service => Below(HsdsTables.ServiceAreas, "service_id", service)).OfType<List<HsdsRow>>().ToList();
        if (said.Count == 0) return null;

        var (codes, whole) = (new SortedSet<string>(StringComparer.Ordinal), true);
        foreach (var row in said.SelectMany(rows => rows))
        {
            if (new[] { row["extent"], row["name"] }.FirstOrDefault(text => text is not null && Regex.IsMatch(text, AreaCode.Pattern)) is { } code)
            {
                codes.Add(code);
                continue;
            }

            whole = false;
            report.Pass(row.Place, "extent", "Not a code such as US, US-CA or 06075: the areas on the card stay as they are.");
        }

        Limit(organization, HsdsTables.ServiceAreas, codes.Count, NewCard.MostAreas);
        return whole ? [.. codes] : null;
    }
}
