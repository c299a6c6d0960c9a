using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Audit;

/// <summary>Accounts for all that a save changes by who is at it (<see cref="Undertaking"/>): one entry, or one for each task force that the platform's own work touches.</summary>
public static class ChangeAudit
{
    /// <param name="leftOut">What must not be told of.</param>
    /// <returns>The entries, added to the save.</returns>
    public static IReadOnlyList<AuditEntry> AccountForChanges(this AuditedDb db, IReadOnlyCollection<Type> leftOut)
    {
        var changed = db.ChangeTracker.Entries().Where(entry => IsChange(entry) && !leftOut.Contains(entry.Metadata.ClrType)).ToList();
        if (changed.Count == 0) return [];

        var undertaking = Undertaking.Current
            ?? throw new InvalidOperationException($"A change of a {changed[0].Metadata.ClrType.Name} that nobody answers for.");
        var at = db.GetService<TimeProvider>().GetUtcNow();
        var entries = ByChain(changed, undertaking)
            .Select(part => AuditEntry.Change(
                undertaking.Action, ResourceOf(part, undertaking), part.Hub, undertaking.Actor, at, ChangedFields.Of(part.Changed)))
            .ToList();
        db.AuditEntries.AddRange(entries);
        return entries;
    }

    /// <summary>What keeps the platform running (journal, watermarks, kept answers, the audit itself) is all declared here. A fact is a change, also where only what is left out was touched beside it.</summary>
    private static bool IsChange(EntityEntry entry) => entry.Metadata.ClrType.Assembly != typeof(ServiceDb).Assembly
        && (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || entry.Entity is Entity { RecordedFacts.Count: > 0 });

    private static List<Part> ByChain(List<EntityEntry> changed, Undertaking undertaking)
    {
        if (undertaking.Hub is { } hub) return [new Part(hub, null, changed)];

        // A row that names no hub belongs to what is changed beside it.
        var placed = changed.ToLookup(entry => Named<string>(entry, "Hub"));
        var beside = placed[null].ToList();
        var parts = placed.Where(alike => alike.Key is not null)
            .SelectMany(alike => alike.GroupBy(entry => Named<Guid?>(entry, "TaskForceId")), (alike, rows) => new Part(alike.Key!, rows.Key, [.. rows, .. beside]))
            .ToList();
        return parts.Count > 0 ? parts : [new Part(JournalEntry.PlatformHub, null, changed)];
    }

    private static T? Named<T>(EntityEntry entry, string name) =>
        entry.Metadata.FindProperty(name) is { } property && entry.Property(property).CurrentValue is T value ? value : default;

    private static Guid? ResourceOf(Part part, Undertaking undertaking) =>
        Created(part, undertaking.Collection) ?? undertaking.ResourceId
        ?? (part.Changed.Select(entry => entry.Entity).OfType<Entity>().ToList() is [var only] ? only.RouteId : part.TaskForce);

    /// <summary>The one that was added to the route's collection: a Seat to <c>seats</c>, a LeadershipPosition to <c>positions</c>.</summary>
    private static Guid? Created(Part part, string? collection)
    {
        if (collection is null) return null;
        var added = part.Changed.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OfType<Entity>()
            .Select(entity => (entity.RouteId, Name: EventName.Of(entity.GetType()))).ToList();
        var names = Singular(collection).ToList();
        return Only(name => names.Contains(name))
            ?? Only(name => names.Exists(one => name.EndsWith($"-{one}", StringComparison.Ordinal)))
            ?? Only(name => names.Exists(one => name.StartsWith($"{one}-", StringComparison.Ordinal)));

        Guid? Only(Func<string, bool> isMeant) => added.Where(entity => isMeant(entity.Name)).ToList() is [var only] ? only.RouteId : null;
    }

    private static IEnumerable<string> Singular(string collection)
    {
        yield return collection;
        if (collection.EndsWith('s')) yield return collection[..^1];
        if (collection.EndsWith("es", StringComparison.Ordinal)) yield return collection[..^2];
        if (collection.EndsWith("ies", StringComparison.Ordinal)) yield return $"{collection[..^3]}y";
    }

    private sealed record Part(string Hub, Guid? TaskForce, List<EntityEntry> Changed);
}
