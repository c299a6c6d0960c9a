using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests.Failure;

/// <summary>Asks the gateway again and again how all services are, as a load balancer would.</summary>
internal sealed class HealthWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient http = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<(long At, int Code, string Status)> answers = new();
    private readonly Task watching;

    public HealthWatch(Uri gateway) => watching = WatchAsync(new Uri(gateway, "/health/ready"));

    public IReadOnlyList<(long At, int Code, string Status)> Answers => [.. answers];

    /// <summary>Waits until it says so, from now on.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> SaysAsync(string status, TimeSpan limit)
    {
        var since = Stopwatch.GetTimestamp();
        await Until.TrueAsync(() => Task.FromResult(watching.IsFaulted || answers.Any(answer => answer.At > since && answer.Status == status)),
            $"the platform says that it is {status}", limit);
        if (watching.IsFaulted) await watching;
        return Stopwatch.GetElapsedTime(since, answers.First(answer => answer.At > since && answer.Status == status).At);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        stopping.Dispose();
        http.Dispose();
    }

    private async Task WatchAsync(Uri address)
    {
        try
        {
            while (true)
            {
                using var answer = await http.GetAsync(address, stopping.Token);
                var body = await answer.Content.ReadFromJsonAsync<JsonElement>(stopping.Token);
                answers.Enqueue((Stopwatch.GetTimestamp(), (int)answer.StatusCode, body.GetProperty("status").GetString()!));
                await Task.Delay(Pause, stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Seen enough.
        }
    }
}
