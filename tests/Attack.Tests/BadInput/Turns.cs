namespace Attack.Tests.BadInput;

/// <summary>
/// Of spoilings that the same lines of code refuse wherever they stand: all of them at the first place, at each further one
/// the next few in turn. So every place meets some, and all are met again after a few places.
/// </summary>
internal sealed class Turns
{
    private readonly Dictionary<string, int> next = [];

    /// <param name="kind">What they have in common; counted by it.</param>
    public IEnumerable<T> Of<T>(string kind, int few, params IReadOnlyList<T> all)
    {
        if (next.TryAdd(kind, 0)) return all;
        var from = next[kind];
        next[kind] = from + few;
        return Enumerable.Range(from, Math.Min(few, all.Count)).Select(index => all[index % all.Count]);
    }
}
