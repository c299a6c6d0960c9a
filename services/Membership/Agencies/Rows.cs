namespace Membership.Agencies;

/// <summary>The rows below an entity.</summary>
internal static class Rows
{
    /// <summary>Removes what is no longer wanted and adds what is not there yet, by key; what is wanted and there stays the row it is.</summary>
    /// <returns>Whether anything was added or removed.</returns>
    public static bool Become<TRow, TKey>(this List<TRow> rows, IEnumerable<TKey> wanted, Func<TRow, TKey> keyOf, Func<TKey, TRow> add)
    {
        var keys = wanted.ToHashSet();
        var changed = rows.RemoveAll(row => !keys.Contains(keyOf(row))) > 0;
        keys.ExceptWith(rows.Select(keyOf));
        rows.AddRange(keys.Select(add));
        return changed || keys.Count > 0;
    }
}
