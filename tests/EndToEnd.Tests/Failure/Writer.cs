using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Demonstration;
using Testing;
using Xunit;

namespace EndToEnd.Tests.Failure;

/// <summary>What became of an accepted referral, as its parties were told.</summary>
internal sealed record Made(Guid Id, Party To, string State, string? Reason);

/// <summary>One try of a request. Status 0: no answer came.</summary>
internal sealed record Attempt(long Began, long Ended, int Status)
{
    public TimeSpan Took => Stopwatch.GetElapsedTime(Began, Ended);
}

/// <summary>
/// Makes referrals as a real integration would: several at a time, each with an Idempotency-Key, and the same key again
/// until there is an answer. So it is known exactly what the platform has accepted.
/// </summary>
internal sealed class Writer(Uri gateway, Scene scene, int count, int workers) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient http = new() { BaseAddress = gateway };
    private readonly ConcurrentQueue<Made> made = new();
    private readonly ConcurrentQueue<Attempt> attempts = new();
    private int begun;

    public IReadOnlyList<Made> Accepted => [.. made];

    public IReadOnlyList<Attempt> Attempts => [.. attempts];

    public int Repeated => attempts.Count(attempt => attempt.Status is not (200 or 201));

    public TimeSpan Duration => Stopwatch.GetElapsedTime(attempts.Min(attempt => attempt.Began), attempts.Max(attempt => attempt.Ended));

    public void Dispose() => http.Dispose();

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
    {
        while (Interlocked.Increment(ref begun) - 1 is var n && n < count) made.Enqueue(await MakeAsync(n));
    })));

    /// <summary>Waits until so many referrals are made. Counted, not timed: the failure strikes in the middle on every machine.</summary>
    public Task ReachesAsync(int referrals, Task running) => Until.TrueAsync(async () =>
    {
        if (running.IsFaulted) await running;
        return made.Count >= referrals;
    }, $"{referrals} referrals are made", Patience);

    private async Task<Made> MakeAsync(int n)
    {
        var to = scene.Receivers[n % scene.Receivers.Count];
        var (referral, version) = await SendAsync(scene.Sender, "/api/case-referral/referrals", new
        {
            clientId = scene.ClientId, toAgencyId = to.AgencyId, services = new[] { "Food" }, languages = Array.Empty<string>(), urgency = "Routine",
        });
        var id = referral.GetProperty("id").GetGuid();
        var (by, verb, state, reason) = (n % 10) switch
        {
            7 => (to, "acceptance", "Accepted", null),
            8 => (to, "decline", "Declined", n % 20 == 8 ? "NoCapacity" : "OutsideArea"),
            9 => (scene.Sender, "revocation", "Revoked", "NoLongerNeeded"),
            _ => (null, "", "AwaitingResponse", null as string),
        };
        if (by is not null) await SendAsync(by, $"/api/case-referral/referrals/{id}/{verb}", reason is null ? new { } : new { reason }, version);
        return new Made(id, to, state, reason);
    }

    /// <summary>The same request under the same key, until it is answered with success.</summary>
    private async Task<(JsonElement Body, string Version)> SendAsync(Party by, string path, object body, string? ifMatch = null)
    {
        var (key, since) = (Guid.NewGuid().ToString(), Stopwatch.StartNew());
        while (true)
        {
            using var answer = await TryAsync(by.Worker, path, body, key, ifMatch);
            if (answer is { IsSuccessStatusCode: true })
                return (await answer.Content.ReadFromJsonAsync<JsonElement>(), answer.Headers.ETag!.Tag);
            if (answer is not null && !await IsPassingAsync(answer))
                Assert.Fail($"{path} was refused: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.True(since.Elapsed < Patience, $"{path} found no answer in {Patience}.");
            await Task.Delay(BeforeRepeating);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(Actor by, string path, object body, string key, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", by.Token);
        request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.Add("If-Match", ifMatch);
        var (began, status) = (Stopwatch.GetTimestamp(), 0);
        try
        {
            var answer = await http.SendAsync(request);
            status = (int)answer.StatusCode;
            return answer;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
        finally
        {
            attempts.Enqueue(new Attempt(began, Stopwatch.GetTimestamp(), status));
        }
    }

    private static async Task<bool> IsPassingAsync(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
        HttpStatusCode.Conflict => await answer.ProblemAsync(HttpStatusCode.Conflict) == "request-running",
        _ => false,
    };
}
