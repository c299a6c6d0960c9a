using System.Globalization;

namespace Membership.Agencies;

/// <summary>What the directory takes from an HSDS organization. Contacts, e-mail and the rest are never kept.</summary>
/// <param name="Row">The spreadsheet's row in CSV (the header is row 1), the place in the array in JSON.</param>
internal sealed record HsdsOrganization(int Row, Guid Id, string Name);

/// <summary>
/// The organizations of one file, and what is wrong with it by row. Messages never repeat what the file says: it may
/// be about a person.
/// </summary>
internal sealed class HsdsFile
{
    public const int MaxRows = 1000;
    public const int MaxListedErrors = 100;

    private static readonly PlainTextAttribute PlainText = new();

    private readonly Dictionary<Guid, int> rowOfId = [];
    private readonly List<HsdsOrganization> organizations = [];
    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    public IReadOnlyList<HsdsOrganization> Organizations => organizations;
    public int ErrorCount { get; private set; }

    /// <summary>The first <see cref="MaxListedErrors"/> errors, by <c>row 3: name</c>.</summary>
    public IDictionary<string, string[]> Errors => errors;

    public void Take(int row, string? id, string? name)
    {
        name = name?.Trim();
        var idFound = Guid.TryParseExact(id?.Trim(), "D", out var hsdsId) && hsdsId != Guid.Empty;
        if (!idFound) Refuse(row, "id", "Must be a UUID, as HSDS 3 has it.");
        else if (!rowOfId.TryAdd(hsdsId, row)) Refuse(row, "id", $"The same id as in row {rowOfId[hsdsId]}.");

        if (string.IsNullOrEmpty(name)) Refuse(row, "name", "Must be given.");
        else if (name.Length > Agency.NameLength) Refuse(row, "name", $"Must have at most {Agency.NameLength} characters.");
        else if (!PlainText.IsValid(name)) Refuse(row, "name", "Must be text without control characters.");
        else if (idFound) organizations.Add(new HsdsOrganization(row, hsdsId, name));
    }

    public void Refuse(int row, string field, string message)
    {
        ErrorCount++;
        var key = string.Create(CultureInfo.InvariantCulture, $"row {row}: {field}");
        if (errors.TryGetValue(key, out var messages)) errors[key] = [.. messages, message];
        else if (errors.Count < MaxListedErrors) errors.Add(key, [message]);
    }
}

/// <summary>A file that cannot be read at all. The message is for the sender, and repeats nothing of the file.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
