using System.Text.Json.Serialization;

namespace Membership.Agencies.Hsds;

/// <summary>A page of a list, as the HSDS 3 read API gives it.</summary>
public sealed record HsdsPage<T>(
    [property: JsonPropertyName("total_items")] int TotalItems,
    [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("page_number")] int PageNumber,
    int Size,
    [property: JsonPropertyName("first_page")] bool FirstPage,
    [property: JsonPropertyName("last_page")] bool LastPage,
    bool Empty,
    IReadOnlyList<T> Contents);

/// <summary>What this API is, in HSDS's words.</summary>
public sealed record HsdsApi(string Version, string Profile, [property: JsonPropertyName("openapi_url")] string OpenApiUrl);

/// <summary>An organization of HSDS 3. Phones, services and attributes are left out of lists.</summary>
public sealed record HsdsOrganizationView(Guid Id, string Name, string Description)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Website { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsPhoneView>? Phones { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsServiceView>? Services { get; init; }

    /// <summary>Which of the platform's types and classes the agency is of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsAttributeView>? Attributes { get; init; }
}

/// <summary>A telephone of an organization's own, of HSDS 3.</summary>
public sealed record HsdsPhoneView(Guid Id, string Number, string Type)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Extension { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }
}

/// <summary>A service of HSDS 3. Its lists are left out of lists, and the organization where the service is in it.</summary>
public sealed record HsdsServiceView(Guid Id, string Name, string Status)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    [JsonPropertyName("eligibility_description"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EligibilityDescription { get; init; }

    [JsonPropertyName("minimum_age"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MinimumAge { get; init; }

    [JsonPropertyName("maximum_age"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaximumAge { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HsdsOrganizationView? Organization { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsLanguageView>? Languages { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsScheduleView>? Schedules { get; init; }

    [JsonPropertyName("service_areas"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsAreaView>? ServiceAreas { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsAttributeView>? Attributes { get; init; }
}

/// <summary>A language of HSDS 3.</summary>
/// <param name="Code">ISO 639-3.</param>
public sealed record HsdsLanguageView(Guid Id, string Code);

/// <summary>Weekly hours of HSDS 3, in local time; the attribute names the time zone.</summary>
public sealed record HsdsScheduleView(
    Guid Id, string Freq, string Byday,
    [property: JsonPropertyName("opens_at")] string OpensAt,
    [property: JsonPropertyName("closes_at")] string ClosesAt,
    IReadOnlyList<HsdsAttributeView> Attributes);

/// <summary>An area of HSDS 3, told by its code.</summary>
public sealed record HsdsAreaView(Guid Id, string Name, string Extent, [property: JsonPropertyName("extent_type")] string ExtentType);

/// <summary>What HSDS 3 has no field for: a term of one of the platform's lists, or a value.</summary>
public sealed record HsdsAttributeView(
    Guid Id, [property: JsonPropertyName("link_type")] string LinkType, [property: JsonPropertyName("link_entity")] string LinkEntity)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    [JsonPropertyName("taxonomy_term"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HsdsTermView? TaxonomyTerm { get; init; }
}

/// <summary>A term of one of the platform's lists.</summary>
public sealed record HsdsTermView(Guid Id, string Code, string Name, string Description, string Taxonomy);
