using System.Diagnostics;
using System.Globalization;
using System.Net;
using Gateway.Tests.Parts;
using Xunit.Abstractions;

namespace Gateway.Tests;

/// <summary>
/// One client sends as much as it can, another one request after the other, to a service that works on eight at once for
/// 20 ms each. What the other waits is measured alone, beside the flood, and beside the flood with the limits out of the way.
/// </summary>
public sealed class FloodTests(ITestOutputHelper output)
{
    private const int Flooders = 200;
    private const string Hubs = "/api/membership/hubs";

    [Fact]
    public async Task A_client_that_floods_does_not_slow_another()
    {
        Latency alone, byPlaces, byRate, unprotected;
        await using (var platform = await Platform.StartAsync(platform => Limits(platform, inFlight: 4, requests: 1_000_000)))
        {
            alone = await MeasureAsync(platform, requests: 40, flooded: false);
            byPlaces = await MeasureAsync(platform, requests: 40, flooded: true);
        }

        await using (var platform = await Platform.StartAsync(platform => Limits(platform, inFlight: 10_000, requests: 300)))
            byRate = await MeasureAsync(platform, requests: 40, flooded: true);
        await using (var platform = await Platform.StartAsync(platform => Limits(platform, inFlight: 10_000, requests: 1_000_000)))
            unprotected = await MeasureAsync(platform, requests: 6, flooded: true);

        output.WriteLine($"alone {alone}; beside a flood, held back by places in flight {byPlaces}, by rate {byRate}, by nothing {unprotected}");
        // Held back by nothing, the flood stands before it with 200 requests, 500 ms, whatever the machine.
        Assert.True(unprotected.Median > 300, $"by nothing {unprotected}");
        Assert.True(byPlaces.Median < 150, $"by places {byPlaces}, alone {alone}");
        Assert.True(byPlaces.Worst < unprotected.Median * 2, $"by places {byPlaces}, by nothing {unprotected}");
        // A rate lets a burst through first.
        Assert.True(byRate.Median < 150, $"by rate {byRate}, alone {alone}");
    }

    private static Platform Limits(Platform platform, int inFlight, int requests) => platform
        .With("Gateway:Limits:InFlight", $"{inFlight}").With("Gateway:Limits:Queue", "4").With("Gateway:Limits:QueueTime", "00:00:00.2")
        .With("Gateway:Limits:ServiceInFlight", "10000").With("Gateway:Limits:TotalInFlight", "10000")
        .With("Gateway:Limits:Connections", "10000").With("Gateway:Limits:Client:Requests", $"{requests}");

    private static async Task<Latency> MeasureAsync(Platform platform, int requests, bool flooded)
    {
        using var places = new SemaphoreSlim(8);
        platform.Membership.Answer = async http =>
        {
            await places.WaitAsync(http.RequestAborted);
            try
            {
                await Task.Delay(20, http.RequestAborted);
            }
            finally
            {
                places.Release();
            }
        };
        using var flooder = platform.ClientWith(platform.Issuer.Token(subject: "flooder"));
        using var over = new CancellationTokenSource();
        var flood = flooded ? Enumerable.Range(0, Flooders).Select(_ => FloodAsync(flooder, over.Token)).ToList() : [];
        while (flooded && platform.Membership.Received.Count(received => received.Method == "PUT") < 8)
            await Task.Delay(5);

        var taken = new List<double>();
        using (await platform.Client.GetAsync(Hubs)) { }
        for (var i = 0; i < requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await platform.Client.GetAsync(Hubs);
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await over.CancelAsync();
        await Task.WhenAll(flood);
        taken.Sort();
        return new Latency(taken[taken.Count / 2], taken[^1]);
    }

    /// <summary>Again and again, with a pause only after a refusal, so that the flood does not measure its own machine.</summary>
    private static async Task FloodAsync(HttpClient flooder, CancellationToken over)
    {
        try
        {
            while (!over.IsCancellationRequested)
            {
                using var answer = await flooder.PutAsync(Hubs, null, over);
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                    await Task.Delay(100, over);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private sealed record Latency(double Median, double Worst)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {Median:0} ms, p99 {Worst:0} ms");
    }
}
