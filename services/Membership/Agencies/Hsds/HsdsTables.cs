namespace Membership.Agencies.Hsds;

/// <summary>A row of a table of HSDS, or an object of its JSON: what is nested there is a row of its own, with the place of what it stands in for its parent's id.</summary>
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

    /// <summary>The fields by which a row says what it belongs to.</summary>
    public static readonly IReadOnlyList<string> Parents = ["organization_id", "service_id", "location_id", "service_at_location_id", "link_id"];

    public const int MaxOrganizations = 1000;
    private const int MaxRows = 20_000;

    public static readonly IReadOnlyList<string> Known =
        [Organizations, Services, Locations, Languages, Schedules, ServiceAreas, Phones, Attributes, TaxonomyTerms];

    private readonly Dictionary<string, List<HsdsRow>> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Field), ILookup<string?, HsdsRow>> indexes = [];
    private int count;

    public HsdsReport Report => report;

    /// <summary>Tables that stand beside one another, instead of lists in objects.</summary>
    public bool Whole { get; init; }

    public IReadOnlyList<HsdsRow> this[string table] => tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>The rows of a table in which a field names this id. By an index made once: the file decides how often it is asked.</summary>
    public IEnumerable<HsdsRow> Where(string table, string field, string? id)
    {
        if (id is null) return [];
        if (!indexes.TryGetValue((table, field), out var index))
            indexes[(table, field)] = index = this[table].ToLookup(row => row[field], StringComparer.OrdinalIgnoreCase);
        return index[id];
    }

    /// <summary>Whether such a table was sent, with or without rows.</summary>
    public bool Has(string table) => tables.ContainsKey(table);

    /// <summary>Says that there is such a table.</summary>
    public void Open(string table) => tables.TryAdd(table, []);

    /// <summary>Every row counts, also one that is refused as it stands: there is no end to those otherwise.</summary>
    public void Count()
    {
        if (++count > MaxRows) throw new UnreadableFileException($"There are more than {MaxRows} rows.");
    }

    public void Add(string table, HsdsRow row)
    {
        Open(table);
        var rows = tables[table];
        rows.Add(row);
        if (table == Organizations && rows.Count > MaxOrganizations)
            throw new UnreadableFileException($"The file has more than {MaxOrganizations} organizations.");
    }

    /// <summary>No field of HSDS is named so.</summary>
    public static string Mark(string table) => $"[{table}]";
}
