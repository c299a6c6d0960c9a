using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Gateway.Limits;
using Gateway.Tests.Parts;
using Microsoft.Extensions.Options;
using Testing;

namespace Gateway.Tests;

/// <summary>How many requests a client may send, and what it is told about it.</summary>
public sealed class RateTests
{
    private const string Hubs = "/api/membership/hubs";

    [Fact]
    public async Task Every_answer_says_how_the_client_stands()
    {
        await using var platform = await Limited("Client", requests: 5, seconds: 60);
        platform.Membership.Answer = http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        foreach (var left in new[] { 4, 3, 2 })
        {
            using var answer = await platform.Client.GetAsync(Hubs);
            Assert.Equal("\"client\";q=5;w=60, \"client-in-flight\";q=32;qu=\"concurrent-requests\"", Field(answer, "RateLimit-Policy"));
            Assert.Matches($"^\"client\";r={left};t=(60|5\\d)$", Field(answer, "RateLimit"));
        }
    }

    [Fact]
    public async Task Above_its_quota_a_client_is_429_and_another_is_not()
    {
        await using var platform = await Limited("Client", requests: 2, seconds: 60);
        using var other = platform.ClientWith(platform.Issuer.Token(subject: "harbor-police"));
        await StatusesAsync(platform.Client, 2, HttpStatusCode.OK);
        using var answer = await platform.Client.GetAsync($"{Hubs}?name=somebody");
        var problem = await ProblemAssert.ProblemAsync(HttpStatusCode.TooManyRequests, answer);
        Assert.Equal("https://iana.org/assignments/http-problem-types#quota-exceeded", (string?)problem["type"]);
        Assert.Equal("client", (string?)Assert.Single((JsonArray)problem["violated-policies"]!));
        Assert.False(string.IsNullOrEmpty((string?)problem["traceId"]));
        Assert.DoesNotContain("somebody", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cedar", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 50, 60);
        Assert.StartsWith("\"client\";r=0;t=", Field(answer, "RateLimit"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Field(answer, "X-Content-Type-Options"));
        Assert.Equal("no-store", Field(answer, "Cache-Control"));
        Assert.Equal(2, platform.Membership.Received.Count);
        await StatusesAsync(other, 2, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_waits_as_long_as_Retry_After_says_comes_in_again()
    {
        await using var platform = await Limited("Client", requests: 1, seconds: 1);
        await StatusesAsync(platform.Client, 1, HttpStatusCode.OK);
        await Until.TrueAsync(async () =>
        {
            using var answer = await platform.Client.GetAsync(Hubs);
            Assert.Equal(answer.StatusCode == HttpStatusCode.OK ? null : TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
            return answer.StatusCode == HttpStatusCode.OK;
        }, "the next window lets it in");
    }

    [Fact]
    public async Task A_flood_of_bad_tokens_is_429_before_it_is_401_and_a_known_client_at_the_same_address_goes_on()
    {
        await using var platform = await Limited("Address", requests: 10, seconds: 60);
        await StatusesAsync(platform.Client, 1, HttpStatusCode.OK);
        using var unsigned = platform.ClientWith("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.");
        await StatusesAsync(unsigned, 9, HttpStatusCode.Unauthorized);
        await StatusesAsync(unsigned, 5, HttpStatusCode.TooManyRequests);
        await StatusesAsync(platform.Anonymous, 1, HttpStatusCode.TooManyRequests);
        // Neither of these is believed unseen: that would cost a signature for whatever anybody sends.
        using var unseen = platform.ClientWith(platform.Issuer.Token());
        await StatusesAsync(unseen, 1, HttpStatusCode.TooManyRequests);
        await StatusesAsync(platform.Client, 20, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_that_was_good_is_checked_all_the_same()
    {
        await using var platform = await Platform.StartAsync();
        using var soonOver = platform.ClientWith(platform.Issuer.Token(expiresIn: TimeSpan.FromSeconds(-28)));
        await StatusesAsync(soonOver, 1, HttpStatusCode.OK);
        await Until.TrueAsync(async () => (await soonOver.GetAsync(Hubs)).StatusCode == HttpStatusCode.Unauthorized, "the token is over");
    }

    [Fact]
    public async Task At_the_token_endpoint_nobody_uses_up_the_attempts_of_a_client_that_has_been_given_a_token()
    {
        await using var platform = await Limited("Token", requests: 3, seconds: 60);
        platform.Identity.Answer = http =>
        {
            http.Response.StatusCode = http.Request.Headers.Authorization == "Basic Z29vZDpzZWNyZXQ=" ? 200 : 401;
            return Task.CompletedTask;
        };
        Assert.Equal(HttpStatusCode.OK, await TokenAsync(platform, "Z29vZDpzZWNyZXQ="));
        Assert.Equal(HttpStatusCode.Unauthorized, await TokenAsync(platform, "Z29vZDpndWVzcw=="));
        Assert.Equal(HttpStatusCode.Unauthorized, await TokenAsync(platform, "Z29vZDpndWVzczI="));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TokenAsync(platform, "Z29vZDpndWVzczM="));
        Assert.Equal(HttpStatusCode.OK, await TokenAsync(platform, "Z29vZDpzZWNyZXQ="));
        await StatusesAsync(platform.Client, 5, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Health_is_told_to_everybody_always()
    {
        await using var platform = await Limited("Address", requests: 1, seconds: 60);
        await StatusesAsync(platform.Anonymous, 5, HttpStatusCode.OK, "/health/live");
        await StatusesAsync(platform.Anonymous, 5, HttpStatusCode.OK, "/health/ready");
        await StatusesAsync(platform.Anonymous, 1, HttpStatusCode.OK, "/docs/index.html");
        await StatusesAsync(platform.Anonymous, 1, HttpStatusCode.TooManyRequests, "/docs/index.html");
    }

    [Fact]
    public async Task Health_looks_at_no_token()
    {
        await using var platform = await Platform.StartAsync();
        await platform.Provider.DisposeAsync();
        await StatusesAsync(platform.Client, 1, HttpStatusCode.OK, "/health/live");
        await StatusesAsync(platform.Client, 1, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Refusals_are_counted_by_policy_and_by_nothing_else()
    {
        var counted = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, its) =>
            {
                if (instrument.Name == Refusals.Counter)
                    its.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(string.Join(';', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        listener.Start();
        await using var platform = await Limited("Client", requests: 1, seconds: 60);
        await StatusesAsync(platform.Client, 1, HttpStatusCode.OK);
        await StatusesAsync(platform.Client, 1, HttpStatusCode.TooManyRequests);
        Assert.Contains("policy=client", counted);
        Assert.All(counted, tags => Assert.Matches("^policy=[a-z-]+$", tags));
    }

    [Theory]
    [InlineData("Gateway:Limits:Client:Requests", "0")]
    [InlineData("Gateway:Limits:Token:Seconds", "-1")]
    [InlineData("Gateway:Limits:InFlight", "0")]
    [InlineData("Gateway:Limits:BodyGrace", "00:00:00")]
    public async Task A_limit_that_cannot_hold_stops_the_start(string setting, string value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => Platform.StartAsync(platform => platform.With(setting, value)));

    private static Task<Platform> Limited(string policy, int requests, int seconds) => Platform.StartAsync(platform => platform
        .With($"Gateway:Limits:{policy}:Requests", $"{requests}").With($"Gateway:Limits:{policy}:Seconds", $"{seconds}"));

    private static string Field(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static async Task StatusesAsync(HttpClient client, int times, HttpStatusCode status, string path = Hubs)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    private static async Task<HttpStatusCode> TokenAsync(Platform platform, string basic)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/identity/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        using var answer = await platform.Anonymous.SendAsync(request);
        return answer.StatusCode;
    }
}
