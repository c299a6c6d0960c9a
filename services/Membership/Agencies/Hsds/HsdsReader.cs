using System.Text.RegularExpressions;
using Membership.Agencies.Cards;
using ServiceDefaults.Validation;

namespace Membership.Agencies.Hsds;

/// <summary>Makes organizations of the tables, and says row by row what is wrong.</summary>
/// <param name="zoneOf">The time zone of the agency of this HSDS id, as far as one is known.</param>
internal sealed partial class HsdsReader(HsdsTables tables, Func<Guid, string?> zoneOf, DateOnly today)
{
    private static readonly PlainTextAttribute OneLine = new();
    private static readonly PlainTextAttribute Lines = new() { Lines = true };

    private readonly HsdsReport report = tables.Report;
    private readonly ILookup<string?, HsdsRow> servicesOf = tables[HsdsTables.Services].ToLookup(row => row["organization_id"], StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string?, HsdsRow> locationsOf = tables[HsdsTables.Locations].ToLookup(row => row["organization_id"], StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string?, HsdsRow> phonesOf = tables[HsdsTables.Phones].ToLookup(row => row["organization_id"], StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string?, HsdsRow> attributesOf = tables[HsdsTables.Attributes].ToLookup(row => row["link_id"], StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Table, string Parent), ILookup<string?, HsdsRow>> below = [];
    private readonly Dictionary<Guid, string> placeOfService = [];

    public IReadOnlyList<HsdsOrganization> Read()
    {
        var organizations = new List<HsdsOrganization>();
        var placeOf = new Dictionary<Guid, string>();
        foreach (var row in tables[HsdsTables.Organizations])
        {
            var id = Identify(row, placeOf);
            var name = Name(row);
            if (id is { } known && name is not null) organizations.Add(Read(row, known, name));
        }

        if (tables.Whole) RefuseStrays();
        return organizations;
    }

    private HsdsOrganization Read(HsdsRow row, Guid id, string name)
    {
        var (services, locations) = (servicesOf[row["id"]].ToList(), locationsOf[row["id"]].ToList());
        var places = services.Select(service => (Row: service, Parent: "service_id")).Concat(locations.Select(location => (Row: location, Parent: "location_id"))).ToList();
        return new HsdsOrganization(row.Place, id, name)
        {
            Description = (row.Fields.ContainsKey("description"), Text(row, "description")),
            Website = Website(row),
            Services = tables.Says(row, HsdsTables.Services) ? [.. services.Select(Service).OfType<HsdsService>()] : null,
            Phones = tables.Says(row, HsdsTables.Phones) ? Phones(row) : null,
            Languages = places.Any(place => tables.Says(place.Row, HsdsTables.Languages)) ? LanguagesOf(places) : null,
            Areas = services.Any(service => tables.Says(service, HsdsTables.ServiceAreas)) ? AreasOf(services) : null,
            Hours = places.Any(place => tables.Says(place.Row, HsdsTables.Schedules)) ? HoursOf(row, id, services, locations) : null,
        };
    }

    private Guid? Identify(HsdsRow row, Dictionary<Guid, string> placeOf)
    {
        if (row.Id("id") is not { } id) report.Refuse(row.Place, "id", "Must be a UUID, as HSDS 3 has it.");
        else if (placeOf.TryAdd(id, row.Place)) return id;
        else report.Refuse(row.Place, "id", $"The same id as in {placeOf[id]}.");
        return null;
    }

    private string? Name(HsdsRow row)
    {
        var name = row["name"];
        if (name is null) report.Refuse(row.Place, "name", "Must be given.");
        else if (name.Length > Agency.NameLength) report.Refuse(row.Place, "name", $"Must have at most {Agency.NameLength} characters.");
        else if (!OneLine.IsValid(name)) report.Refuse(row.Place, "name", "Must be text without control characters.");
        else return name;
        return null;
    }

    private string? Text(HsdsRow row, string field)
    {
        var text = row[field];
        if (text is null) return null;
        if (text.Length > Agency.TextLength) report.Refuse(row.Place, field, $"Must have at most {Agency.TextLength} characters.");
        else if (!Lines.IsValid(text)) report.Refuse(row.Place, field, "Must be text without control characters.");
        return text;
    }

    private string? Website(HsdsRow row)
    {
        if (row["website"] is not { } website) return null;
        if (website.Length <= 200 && Uri.TryCreate(website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && OneLine.IsValid(website)) return website;

        report.Refuse(row.Place, "website", "Must be an address of at most 200 characters, with https:// or http:// before it.");
        return null;
    }

    /// <summary>The organization's own. A row of a contact is a person's, and passed over.</summary>
    private List<(Guid, PhoneTerms)> Phones(HsdsRow organization)
    {
        var phones = new Dictionary<Guid, PhoneTerms>();
        foreach (var row in phonesOf[organization["id"]].Where(row => row[HsdsTables.Contact] is null))
        {
            var (id, number) = (row.Id("id"), E164(row["number"]));
            if (id is null) report.Refuse(row.Place, "id", "Must be a UUID, as HSDS 3 has it.");
            if (number is null) report.Refuse(row.Place, "number", "Must be a telephone number, with + and the country's code before it unless it is of the United States.");
            if (row["extension"] is { } extension && !Extension().IsMatch(extension)) report.Refuse(row.Place, "extension", "Must have up to 10 digits.");
            if (id is null || number is null) continue;
            var kind = Enum.TryParse<PhoneKind>(row["type"], ignoreCase: true, out var type) && Enum.IsDefined(type) ? type : PhoneKind.Voice;
            phones.TryAdd(id.Value, new PhoneTerms(number, row["extension"], kind, Text(row, "description")));
        }

        return [.. phones.Select(phone => (phone.Key, phone.Value))];
    }

    private static string? E164(string? number)
    {
        if (number is null) return null;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var text = number.TrimStart('"', ' ').StartsWith('+') ? $"+{digits}"
            : digits.Length == 10 ? $"+1{digits}"
            : digits.Length == 11 && digits[0] == '1' ? $"+{digits}" : "";
        return Regex.IsMatch(text, NewCard.E164) ? text : null;
    }

    private List<string> LanguagesOf(IEnumerable<(HsdsRow Row, string Parent)> places)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in places.SelectMany(place => Below(HsdsTables.Languages, place.Parent, place.Row)))
        {
            if (row["code"]?.ToLowerInvariant() is { } code && HsdsLanguage.Of(code) is { } known) codes.Add(known);
            else report.Refuse(row.Place, "code", "Must be a language's code of ISO 639-1 or 639-2.");
        }

        return [.. codes];
    }

    /// <summary>Areas that are codes; whoever serves one that is told otherwise keeps the areas on its card.</summary>
    private List<string>? AreasOf(IEnumerable<HsdsRow> services)
    {
        var (codes, whole) = (new SortedSet<string>(StringComparer.Ordinal), true);
        foreach (var row in services.SelectMany(service => Below(HsdsTables.ServiceAreas, "service_id", service)))
        {
            if (new[] { row["extent"], row["name"] }.FirstOrDefault(text => text is not null && Regex.IsMatch(text, AreaCode.Pattern)) is { } code)
            {
                codes.Add(code);
                continue;
            }

            whole = false;
            report.Pass(row.Place, "extent", "Not a code such as US, US-CA or 06075: the areas on the card stay as they are.");
        }

        return whole ? [.. codes] : null;
    }

    private IEnumerable<HsdsRow> Below(string table, string parent, HsdsRow row)
    {
        if (!below.TryGetValue((table, parent), out var children))
            below[(table, parent)] = children = tables[table].ToLookup(child => child[parent], StringComparer.OrdinalIgnoreCase);
        return row["id"] is { } id ? children[id] : [];
    }

    /// <summary>In tables, a row may name a parent that is not there; what is under another organization's location is not asked for.</summary>
    private void RefuseStrays()
    {
        var organizations = tables[HsdsTables.Organizations].Select(row => row["id"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var services = tables[HsdsTables.Services].Select(row => row["id"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in tables[HsdsTables.Services].Where(row => !organizations.Contains(row["organization_id"])))
            report.Refuse(row.Place, "organization_id", "No organization that was sent has this id.");
        foreach (var row in new[] { HsdsTables.Languages, HsdsTables.Schedules, HsdsTables.ServiceAreas }.SelectMany(table => tables[table])
            .Where(row => row["service_id"] is { } service && !services.Contains(service)))
        {
            report.Refuse(row.Place, "service_id", "No service that was sent has this id.");
        }
    }

    [GeneratedRegex("^[0-9]{1,10}$")]
    private static partial Regex Extension();
}
