using System.Collections.Concurrent;

namespace ServiceDefaults.Http;

/// <summary>Keys whose first request is still running in this process.</summary>
internal sealed class RunningKeys
{
    private readonly ConcurrentDictionary<(string Caller, string Key), byte> running = new();

    /// <summary>Null where another request holds the key; otherwise held until disposed.</summary>
    public IDisposable? Hold(IdempotencyKey key)
    {
        var name = (key.Caller, key.StoredName);
        return running.TryAdd(name, 0) ? new Holding(running, name) : null;
    }

    private sealed class Holding(ConcurrentDictionary<(string, string), byte> running, (string, string) name) : IDisposable
    {
        public void Dispose() => running.TryRemove(name, out _);
    }
}
