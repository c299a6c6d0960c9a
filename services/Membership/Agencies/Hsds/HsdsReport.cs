namespace Membership.Agencies.Hsds;

/// <summary>
/// What is wrong with what was sent, and what of it the directory does not take, by row. Messages never repeat what it says: it may be about a person.
/// </summary>
internal sealed class HsdsReport
{
    public const int MaxListed = 100;

    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> notTaken = new(StringComparer.Ordinal);

    /// <summary>What is under two of an agency's places is looked at twice, and said once.</summary>
    private readonly HashSet<(string Place, string Field, string Message)> said = [];

    /// <summary>All of them, listed or not.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>All of it, listed or not.</summary>
    public int NotTakenCount { get; private set; }

    /// <summary>The first <see cref="MaxListed"/> errors, by <c>row 3: name</c>.</summary>
    public IDictionary<string, string[]> Errors => errors;

    /// <summary>The first <see cref="MaxListed"/> places that say what the directory has no place for.</summary>
    public IReadOnlyDictionary<string, string[]> NotTaken => notTaken;

    public void Refuse(string place, string field, string message)
    {
        if (!said.Add((place, field, message))) return;
        ErrorCount++;
        List(errors, place, field, message);
    }

    public void Pass(string place, string field, string message)
    {
        if (!said.Add((place, field, message))) return;
        NotTakenCount++;
        List(notTaken, place, field, message);
    }

    private static void List(Dictionary<string, string[]> listed, string place, string field, string message)
    {
        var key = $"{place}: {field}";
        if (listed.TryGetValue(key, out var messages)) listed[key] = [.. messages, message];
        else if (listed.Count < MaxListed) listed.Add(key, [message]);
    }
}

/// <summary>A file that cannot be read at all. The message is for the sender, and repeats nothing of the file.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
