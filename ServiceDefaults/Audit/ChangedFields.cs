using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Audit;

/// <summary>What a save changes, by names alone: <c>Seat(PersonName Title), +SeatNote x3, -Phone</c>.</summary>
internal static class ChangedFields
{
    private const string AndMore = "…";

    public static string Of(IEnumerable<EntityEntry> changed)
    {
        var names = string.Join(", ", changed.GroupBy(entry => (Name: entry.Metadata.ClrType.Name, Sign: SignOf(entry)))
            .OrderBy(alike => alike.Key.Name, StringComparer.Ordinal).ThenBy(alike => alike.Key.Sign, StringComparer.Ordinal)
            .Select(alike => $"{alike.Key.Sign}{alike.Key.Name}{FieldsOf(alike)}{CountOf(alike)}"));
        return names.Length <= AuditEntry.FieldsLength ? names : names[..(AuditEntry.FieldsLength - AndMore.Length)] + AndMore;
    }

    private static string SignOf(EntityEntry entry) => entry.State switch { EntityState.Added => "+", EntityState.Deleted => "-", _ => "" };

    /// <summary>Of what is new or gone all are meant. The version says that something changed, and not what.</summary>
    private static string FieldsOf(IEnumerable<EntityEntry> alike)
    {
        var fields = alike.Where(entry => entry.State == EntityState.Modified).SelectMany(entry => entry.Members)
            .Where(member => member is not NavigationEntry && member.IsModified && member.Metadata.Name != nameof(Entity.Version))
            .Select(member => member.Metadata.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return fields.Count == 0 ? "" : $"({string.Join(' ', fields)})";
    }

    private static string CountOf(IEnumerable<EntityEntry> alike) =>
        alike.Count() is var count && count > 1 ? string.Create(CultureInfo.InvariantCulture, $" x{count}") : "";
}
