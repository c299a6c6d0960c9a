namespace Membership.Agencies.Hsds;

/// <summary>A row of a table of HSDS, or an object of its JSON: what is nested there is a row of its own, with its parent's id.</summary>
/// <param name="Place">As the sender finds it: <c>row 3</c>, <c>services.csv row 3</c>, <c>row 1, services 2</c>.</param>
internal sealed record HsdsRow(string Place, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Null where it is not said, or empty.</summary>
    public string? this[string field] => Fields.TryGetValue(field, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public Guid? Id(string field) => Guid.TryParseExact(this[field], "D", out var id) && id != Guid.Empty ? id : null;
}

/// <summary>What was sent, by table, whatever the form it was sent in. Persons' tables (contacts) are not read at all.</summary>
internal sealed class HsdsTables(HsdsReport report)
{
    public const string Organizations = "organizations";
    public const string Services = "services";
    public const string Locations = "locations";
    public const string Languages = "languages";
    public const string Schedules = "schedules";
    public const string ServiceAreas = "service_areas";
    public const string Phones = "phones";
    public const string Attributes = "attributes";
    public const string TaxonomyTerms = "taxonomy_terms";
    public const string Contact = "contact_id";

    public const int MaxOrganizations = 1000;
    private const int MaxRows = 20_000;

    public static readonly IReadOnlyList<string> Known =
        [Organizations, Services, Locations, Languages, Schedules, ServiceAreas, Phones, Attributes, TaxonomyTerms];

    private readonly Dictionary<string, List<HsdsRow>> tables = new(StringComparer.Ordinal);
    private int count;

    public HsdsReport Report => report;

    public IReadOnlyList<HsdsRow> this[string table] => tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>Says that there is such a table, also where it has no rows: then its absence tells nothing.</summary>
    public List<HsdsRow> Open(string table) => tables.TryGetValue(table, out var rows) ? rows : tables[table] = [];

    public void Add(string table, HsdsRow row)
    {
        if (++count > MaxRows) throw new UnreadableFileException($"There are more than {MaxRows} rows.");
        var rows = Open(table);
        rows.Add(row);
        if (table == Organizations && rows.Count > MaxOrganizations)
            throw new UnreadableFileException($"The file has more than {MaxOrganizations} organizations.");
    }

    /// <summary>A whole table of its own (CSV), or a list in this object (JSON).</summary>
    public bool Says(HsdsRow row, string table) => row.Fields.ContainsKey(Mark(table)) || (Whole && tables.ContainsKey(table));

    /// <summary>Tables that stand beside one another, instead of lists in objects.</summary>
    public bool Whole { get; init; }

    /// <summary>No field of HSDS is named so.</summary>
    public static string Mark(string table) => $"[{table}]";
}
