namespace AppHost.Local.Running;

/// <summary>The console: every line under its resource's name, and the last ones kept to tell why a resource died.</summary>
internal sealed class Output(int nameWidth)
{
    private const int Kept = 40;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<string>> _tails = [];

    public void Line(string name, string line, bool show)
    {
        lock (_gate)
        {
            if (!_tails.TryGetValue(name, out var tail))
                _tails[name] = tail = new Queue<string>();
            if (tail.Count == Kept)
                tail.Dequeue();
            tail.Enqueue(line);
            if (show)
                Console.Out.WriteLine($"{name.PadRight(nameWidth)} | {line}");
        }
    }

    /// <summary>The runner's own words.</summary>
    public void Say(string text)
    {
        lock (_gate)
            Console.Out.WriteLine(text);
    }

    /// <summary>A sentence about a resource, with its last lines below it.</summary>
    public string WithTail(string name, string sentence)
    {
        lock (_gate)
        {
            return _tails.TryGetValue(name, out var tail) && tail.Count > 0
                ? $"{sentence} Its last lines:\n{string.Join('\n', tail.Select(line => $"    {line}"))}"
                : $"{sentence} It wrote nothing.";
        }
    }
}
