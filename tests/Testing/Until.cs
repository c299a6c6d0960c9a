namespace Testing;

/// <summary>Waits for a condition with a limit; never for a time.</summary>
public static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <param name="pause">Between two looks, where looking itself is work for whoever is looked at.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null, TimeSpan? pause = null)
    {
        var deadline = DateTime.UtcNow + (limit ?? Limit);
        while (!await condition())
        {
            if (DateTime.UtcNow > deadline) throw new TimeoutException($"Waited in vain until {what}.");
            await Task.Delay(pause ?? Pause);
        }
    }

    public static async Task<T> SomeAsync<T>(Func<Task<T?>> look, string what, TimeSpan? limit = null) where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await look()) is not null, what, limit);
        return found!;
    }
}
