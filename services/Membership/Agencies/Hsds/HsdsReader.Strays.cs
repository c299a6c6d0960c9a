namespace Membership.Agencies.Hsds;

/// <summary>Rows that belong to nothing that was sent, or to what a card has no place for: whoever sent them would think them taken.</summary>
internal sealed partial class HsdsReader
{
    private void NameStrays()
    {
        var organizations = IdsOf(HsdsTables.Organizations);
        foreach (var row in tables[HsdsTables.Phones]) NameStrayPhone(row, organizations);
        // What is nested in an object is that object's.
        if (!tables.Whole) return;

        var (services, locations, schedules) = (IdsOf(HsdsTables.Services), IdsOf(HsdsTables.Locations), IdsOf(HsdsTables.Schedules));
        foreach (var row in tables[HsdsTables.Services].Where(row => !organizations.Contains(row["organization_id"])))
            Refuse(row, "organization_id", "organization");
        // Not refused: places are shared, and HSDS's own example has one of an organization that is not in it.
        foreach (var row in tables[HsdsTables.Locations].Where(row => !organizations.Contains(row["organization_id"])))
            report.Pass(row.Place, "organization_id", "No organization that was sent has this id: what is said of the location is not taken.");
        foreach (var row in tables[HsdsTables.Languages]) NameStray(row, "languages", row["location_id"], services, locations);
        foreach (var row in tables[HsdsTables.Schedules]) NameStray(row, "hours", row["location_id"], services, locations);
        foreach (var row in tables[HsdsTables.ServiceAreas]) NameStray(row, "areas", location: null, services, locations);
        foreach (var row in tables[HsdsTables.Attributes])
        {
            var linked = row["link_entity"]?.ToLowerInvariant() switch { "organization" => organizations, "service" => services, "schedule" => schedules, _ => null };
            if (linked?.Contains(row["link_id"]) is false) Refuse(row, "link_id", row["link_entity"]!.ToLowerInvariant());
        }
    }

    private void NameStrayPhone(HsdsRow row, HashSet<string?> organizations)
    {
        if (row["organization_id"] is { } organization)
        {
            if (tables.Whole && !organizations.Contains(organization)) Refuse(row, "organization_id", "organization");
        }
        else if (row[HsdsTables.Contact] is not null)
        {
            report.Pass(row.Place, HsdsTables.Contact, NotKept);
        }
        else
        {
            report.Pass(row.Place, "organization_id", "Not the organization's own number, and a card has no other: those on it stay as they are.");
        }
    }

    /// <param name="location">Null also where the table names none.</param>
    private void NameStray(HsdsRow row, string what, string? location, HashSet<string?> services, HashSet<string?> locations)
    {
        var service = row["service_id"];
        if (service is not null && !services.Contains(service)) Refuse(row, "service_id", "service");
        // Beside a service, its location may stand in a table that was not sent.
        if (location is not null && !locations.Contains(location) && (service is null || tables.Has(HsdsTables.Locations))) Refuse(row, "location_id", "location");
        if (service is null && location is null)
            report.Pass(row.Place, "service_id", $"Of no service, nor of a location as such: the {what} on the card stay as they are.");
    }

    private void Refuse(HsdsRow row, string field, string what) => report.Refuse(row.Place, field, $"No {what} that was sent has this id.");

    private HashSet<string?> IdsOf(string table) => tables[table].Select(row => row["id"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
