using System.Text.RegularExpressions;
using Membership.Agencies.Cards;

namespace Membership.Agencies.Hsds;

/// <summary>Telephones of the organization's own.</summary>
internal sealed partial class HsdsReader
{
    private const string NotKept = "A person's number, and none is kept.";

    /// <summary>Null where none is said: then those on the card stay, for somebody may call one of them tonight.</summary>
    private List<(Guid, PhoneTerms)>? PhonesOf(HsdsRow organization)
    {
        if (Below(HsdsTables.Phones, "organization_id", organization) is not { } rows) return null;
        var own = rows.Where(row => row[HsdsTables.Contact] is null).ToList();
        foreach (var row in rows.Except(own)) report.Pass(row.Place, HsdsTables.Contact, NotKept);
        if (own.Count == 0 && rows.Count > 0) return null;

        Limit(organization, HsdsTables.Phones, own.Count, NewCard.MostPhones);
        var placeOf = new Dictionary<Guid, string>();
        return [.. own.Select(row => Phone(row, placeOf)).OfType<(Guid, PhoneTerms)>()];
    }

    private (Guid, PhoneTerms)? Phone(HsdsRow row, Dictionary<Guid, string> placeOf)
    {
        var (id, number) = (Identify(row, placeOf), E164(row["number"]));
        if (number is null) report.Refuse(row.Place, "number", "Must be a telephone number, with + and the country's code before it unless it is of the United States.");
        if (row["extension"] is { } extension && !Extension().IsMatch(extension)) report.Refuse(row.Place, "extension", "Must have up to 10 digits.");
        if (id is null || number is null) return null;

        var kind = Enum.TryParse<PhoneKind>(row["type"], ignoreCase: true, out var type) && Enum.IsDefined(type) ? type : PhoneKind.Voice;
        return (id.Value, new PhoneTerms(number, row["extension"], kind, Text(row, "description")));
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

    [GeneratedRegex("^[0-9]{1,10}$")]
    private static partial Regex Extension();
}
