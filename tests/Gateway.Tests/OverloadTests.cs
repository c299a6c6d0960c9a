using System.Net;
using System.Text.Json.Nodes;
using Gateway.Tests.Parts;
using Testing;

namespace Gateway.Tests;

/// <summary>More at once than there is room for: always an answer, and always when to come again.</summary>
public sealed class OverloadTests
{
    private const string Hubs = "/api/membership/hubs";

    [Fact]
    public async Task A_client_with_too_many_open_requests_is_429_and_another_is_not()
    {
        await using var held = await Held.StartAsync(("InFlight", 2), ("Queue", 0));
        await held.OpenAsync(2);
        using var refused = await held.Platform.Client.GetAsync(Hubs);
        await RefusedAsync(refused, HttpStatusCode.TooManyRequests, "quota-exceeded", "client-in-flight");
        using var other = held.Platform.ClientWith(held.Platform.Issuer.Token(subject: "harbor-police"));
        using var answer = await other.GetAsync("/api/case-referral/referrals");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_waits_in_a_clients_queue_is_answered_when_there_is_room()
    {
        await using var held = await Held.StartAsync(("InFlight", 1), ("Queue", 1), ("QueueTime", 30));
        await held.OpenAsync(1);
        List<Task<HttpResponseMessage>> two = [held.Platform.Client.GetAsync(Hubs), held.Platform.Client.GetAsync(Hubs)];
        var first = await Task.WhenAny(two);
        using var refused = await first;
        await RefusedAsync(refused, HttpStatusCode.TooManyRequests, "quota-exceeded", "client-in-flight");
        held.Release();
        using var answer = await two.Single(other => other != first);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_service_that_hangs_is_503_and_takes_no_other_with_it()
    {
        await using var held = await Held.StartAsync(("ServiceInFlight", 3));
        await held.OpenAsync(3);
        using var refused = await held.Platform.Client.GetAsync(Hubs);
        await RefusedAsync(refused, HttpStatusCode.ServiceUnavailable, "temporary-reduced-capacity", "service-in-flight");
        using var answer = await held.Platform.Client.GetAsync("/api/case-referral/referrals");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_all_services_together_take_is_503()
    {
        await using var held = await Held.StartAsync(("TotalInFlight", 2));
        await held.OpenAsync(2);
        using var refused = await held.Platform.Client.GetAsync("/api/case-referral/referrals");
        await RefusedAsync(refused, HttpStatusCode.ServiceUnavailable, "temporary-reduced-capacity", "total-in-flight");
        using var health = await held.Platform.Anonymous.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        held.Release();
        await Until.TrueAsync(async () => (await held.Platform.Client.GetAsync(Hubs)).StatusCode == HttpStatusCode.OK, "there is room again");
    }

    [Fact]
    public async Task Every_request_of_a_flood_is_answered()
    {
        await using var held = await Held.StartAsync(("InFlight", 4), ("Queue", 4), ("TotalInFlight", 20));
        var flood = Enumerable.Range(0, 200).Select(i => held.Platform.Client.GetAsync(Hubs)).ToList();
        await Until.TrueAsync(() => Task.FromResult(flood.Count(answer => answer.IsCompleted) >= 192), "what finds no room is refused");
        held.Release();
        var answers = await Task.WhenAll(flood);
        Assert.All(answers, answer => Assert.True(
            answer.StatusCode == HttpStatusCode.OK || (answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1))));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string kind, string policy)
    {
        var problem = await ProblemAssert.ProblemAsync(status, answer);
        Assert.Equal($"https://iana.org/assignments/http-problem-types#{kind}", (string?)problem["type"]);
        Assert.Equal(policy, (string?)Assert.Single((JsonArray)problem["violated-policies"]!));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3);
        Assert.False(string.IsNullOrEmpty((string?)problem["traceId"]));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    /// <summary>A platform whose Membership answers nobody until it is released.</summary>
    private sealed class Held(Platform platform) : IAsyncDisposable
    {
        private readonly TaskCompletionSource released = new();
        private readonly List<Task<HttpResponseMessage>> open = [];

        public Platform Platform => platform;

        public static async Task<Held> StartAsync(params (string Setting, int Value)[] limits)
        {
            var held = new Held(await Platform.StartAsync(platform =>
                limits.Aggregate(platform, (its, limit) => its.With($"Gateway:Limits:{limit.Setting}", limit.Setting == "QueueTime" ? $"00:00:{limit.Value}" : $"{limit.Value}"))));
            held.Platform.Membership.Answer = _ => held.released.Task;
            return held;
        }

        /// <summary>That many requests that the service has and does not answer.</summary>
        public async Task OpenAsync(int requests)
        {
            open.AddRange(Enumerable.Range(0, requests).Select(_ => platform.Client.GetAsync(Hubs)));
            await Until.TrueAsync(() => Task.FromResult(platform.Membership.Received.Count == requests), "the service has them");
        }

        public void Release() => released.TrySetResult();

        public async ValueTask DisposeAsync()
        {
            Release();
            foreach (var answer in await Task.WhenAll(open))
                answer.Dispose();
            await platform.DisposeAsync();
        }
    }
}
