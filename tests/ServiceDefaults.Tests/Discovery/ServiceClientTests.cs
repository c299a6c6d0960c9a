using System.Net;
using ServiceDefaults.Discovery;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Discovery;

public sealed class ServiceClientTests
{
    [Fact]
    public async Task All_replicas_are_asked_in_turn_and_one_that_is_gone_is_passed_over()
    {
        await using var one = await new Replica().StartAsync();
        await using var two = await new Replica().StartAsync();
        await using var shelf = With(one.Url, two.Url, $"http://127.0.0.1:{FreePort.Next()}");
        var client = Client(shelf);
        for (var i = 0; i < 12; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/things?a=1", null)).StatusCode);
        Assert.Equal(12, one.Asked.Count + two.Asked.Count);
        Assert.InRange(one.Asked.Count, 4, 8);
        Assert.All(one.Asked, asked => Assert.StartsWith("POST /things?a=1 Bearer ey", asked, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_is_fetched_once_for_all_and_kept()
    {
        await using var one = await new Replica().StartAsync();
        await using var shelf = With(one.Url);
        var client = Client(shelf);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync("/")));
        await client.GetAsync("/");
        Assert.Equal(1, shelf.Host.Issuer.TokensGiven);
        shelf.Host.Time.Move(TimeSpan.FromMinutes(9.5));
        await client.GetAsync("/");
        Assert.Equal(2, shelf.Host.Issuer.TokensGiven);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_not_used_again()
    {
        await using var one = await new Replica(asked => asked == 1 ? 401 : 200).StartAsync();
        await using var shelf = With(one.Url);
        var client = Client(shelf);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(2, shelf.Host.Issuer.TokensGiven);
    }

    [Theory]
    [InlineData("GET", false, 3, 200)]
    [InlineData("PUT", false, 3, 200)]
    [InlineData("POST", false, 1, 503)]
    [InlineData("POST", true, 3, 200)]
    public async Task Only_what_may_be_repeated_is_tried_again(string method, bool key, int asked, int status)
    {
        await using var one = await new Replica(count => count < 3 ? 503 : 200).StartAsync();
        await using var shelf = With(one.Url);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/") { Content = new StringContent("x") };
        if (key)
            request.Headers.Add("Idempotency-Key", "k");
        using var answer = await Client(shelf).SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(asked, one.Asked.Count);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var one = await new Replica(_ => 500).StartAsync();
        await using var shelf = With(one.Url);
        var client = Client(shelf);
        var refused = 0;
        for (var i = 0; i < 30; i++)
        {
            try
            {
                await client.PostAsync("/", null);
            }
            catch (Polly.CircuitBreaker.BrokenCircuitException)
            {
                refused++;
            }
        }

        Assert.InRange(one.Asked.Count, 10, 15);
        Assert.Equal(30, refused + one.Asked.Count);
    }

    private static HttpClient Client(RestartableHost shelf) =>
        shelf.Host.App.Services.GetRequiredService<IHttpClientFactory>().CreateClient("membership");

    private static RestartableHost With(params string[] addresses) => new(host =>
    {
        foreach (var (i, address) in addresses.Index())
            host.Settings[$"services:membership:http:{i}"] = address;
        host.Configure = builder => builder.Services.AddServiceClient("membership").AddServiceClient("membership");
    });
}
