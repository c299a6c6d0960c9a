using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Messaging.Following;

/// <summary>
/// Compares the sources' heads with our watermarks: at the start at once, then every few seconds. It finds what no message
/// can tell of: a queue bound too late, a broker that lost its disk, the last message before a silence.
/// </summary>
internal sealed partial class StreamWatch(
    FollowSettings settings, JournalReader reader, StreamFollowers followers, StreamState state, ILogger<StreamWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<StreamName, long> seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(settings.Services.Select(followed => Task.Run(() => WatchAsync(followed, stoppingToken), stoppingToken)));

    private async Task WatchAsync(Followed followed, CancellationToken stopping)
    {
        var complained = false;
        while (!stopping.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                await LookAsync(followed, stopping);
                complained = false;
            }
#pragma warning disable CA1031 // a source that is away is asked again; what we have stays true meanwhile
            catch (Exception exception) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                if (!complained) CannotLook(followed.Service, exception.GetType().Name);
                pause = complained ? Interval : AfterFailure;
                complained = true;
            }

            await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(Followed followed, CancellationToken stopping)
    {
        foreach (var source in await reader.HeadsAsync(followed.Service, stopping))
        {
            var stream = new StreamName(source.Service, source.Hub);
            if (!followed.Covers(stream.Hub) || !settings.Covers(stream)) continue;

            var watermark = await state.WatermarkAsync(stream, stopping);
            if (watermark < source.Head && StandsStill(stream, watermark)) await followers.Of(stream).CatchUpAsync();
        }
    }

    /// <summary>Behind and not moving since the last look (or never looked at): nobody, here or on another replica, is at it.</summary>
    private bool StandsStill(StreamName stream, long watermark)
    {
        lock (seen)
        {
            var still = !seen.TryGetValue(stream, out var before) || before == watermark;
            seen[stream] = watermark;
            return still;
        }
    }

    [LoggerMessage(LogLevel.Information, "The journal of {Service} cannot be read yet: {Error}")]
    private partial void CannotLook(string service, string error);
}
