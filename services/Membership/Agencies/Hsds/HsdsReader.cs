using Contracts;
using Membership.Agencies.Cards;

namespace Membership.Agencies.Hsds;

/// <summary>Makes organizations of the tables, and says row by row what is wrong.</summary>
/// <param name="zoneOf">The time zone of the agency of this HSDS id, as far as one is known.</param>
internal sealed partial class HsdsReader(HsdsTables tables, Func<Guid, string?> zoneOf, DateOnly today)
{
    private static readonly PlainTextAttribute OneLine = new();
    private static readonly PlainTextAttribute Lines = new() { Lines = true };

    private readonly HsdsReport report = tables.Report;
    private readonly Dictionary<Guid, string> placeOfService = [];
    private readonly Dictionary<string, string> placeOfLocation = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<HsdsOrganization> Read(CancellationToken cancellationToken)
    {
        var organizations = new List<HsdsOrganization>();
        var placeOf = new Dictionary<Guid, string>();
        foreach (var row in tables[HsdsTables.Organizations])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = Identify(row, placeOf);
            var name = Name(row);
            if (id is { } known && name is not null) organizations.Add(Read(row, known, name));
        }

        NameStrays();
        return organizations;
    }

    private HsdsOrganization Read(HsdsRow row, Guid id, string name)
    {
        // Each once, before anything below it is looked at: or the file would decide how often that is.
        var services = Below(HsdsTables.Services, "organization_id", row)?.Where(service => Identify(service, placeOfService) is not null).ToList();
        var active = (services ?? []).Where(IsActive).ToList();
        var places = active.Select(service => new Place(service, "service_id"))
            .Concat((Below(HsdsTables.Locations, "organization_id", row) ?? []).Where(IsFirst).Select(location => new Place(location, "location_id"))).ToList();
        var terms = TermsOf(row);
        Limit(row, HsdsTables.Services, active.Count, NewCard.MostServices);
        return new HsdsOrganization(row.Place, id, name)
        {
            Type = Code<AgencyType>(terms, HsdsTaxonomy.AgencyType),
            Class = Code<AgencyClass>(terms, HsdsTaxonomy.AgencyClass),
            Description = Text(row, "description"),
            Website = Website(row),
            Services = services is null ? null : [.. active.Select(Service).OfType<HsdsService>()],
            Phones = PhonesOf(row),
            Languages = LanguagesOf(row, places),
            Areas = AreasOf(row, active),
            Hours = HoursOf(row, id, places),
        };
    }

    private Guid? Identify(HsdsRow row, Dictionary<Guid, string> placeOf)
    {
        if (row.Id("id") is not { } id) report.Refuse(row.Place, "id", "Must be a UUID, as HSDS 3 has it.");
        else if (placeOf.TryAdd(id, row.Place)) return id;
        else report.Refuse(row.Place, "id", $"The same id as in {placeOf[id]}.");
        return null;
    }

    /// <summary>Of rows. Objects may show a place that others share, each with what it says of it.</summary>
    private bool IsFirst(HsdsRow location)
    {
        if (!tables.Whole || location["id"] is not { } id || placeOfLocation.TryAdd(id, location.Place)) return true;

        report.Refuse(location.Place, "id", $"The same id as in {placeOfLocation[id]}.");
        return false;
    }

    /// <summary>By what a row below names it: its id, or, of an object, where it stands.</summary>
    private string? KeyOf(HsdsRow row) => tables.Whole ? row["id"] : row.Place;

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

    /// <summary>
    /// What is said below a row; null where nothing is. An empty list in an object says that there is none. That a table was sent says
    /// nothing of whom none of its rows is about: it may be about others only.
    /// </summary>
    private List<HsdsRow>? Below(string table, string parent, HsdsRow row)
    {
        var rows = tables.Where(table, parent, KeyOf(row)).ToList();
        return rows.Count > 0 || row.Fields.ContainsKey(HsdsTables.Mark(table)) ? rows : null;
    }

    /// <summary>As for a card that is written: what was imported must be possible to change there.</summary>
    private void Limit(HsdsRow organization, string what, int count, int most)
    {
        if (count > most) report.Refuse(organization.Place, what, $"There are {count}; a card has room for {most}.");
    }

    /// <summary>A service or a location, and how the rows below it name it.</summary>
    private readonly record struct Place(HsdsRow Row, string Parent);
}
