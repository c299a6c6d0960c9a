using System.Net;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

/// <summary>What a client is told when a service is down, slow or broken.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_service_that_is_down_is_503_with_Retry_After(string method)
    {
        await using var platform = await Platform.StartAsync();
        await platform.Membership.DisposeAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/membership/hubs");
        using var answer = await platform.Client.SendAsync(request);
        await ProblemAssert.ProblemAsync(HttpStatusCode.ServiceUnavailable, answer);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_service_that_has_no_address_yet_is_503()
    {
        await using var platform = await Platform.StartAsync(platform => platform.With("services:membership:http:0", ""));
        using var answer = await platform.Client.GetAsync("/api/membership/hubs");
        await ProblemAssert.ProblemAsync(HttpStatusCode.ServiceUnavailable, answer);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("Gateway:ActivityTimeout")]
    [InlineData("Gateway:RequestTimeout")]
    public async Task A_service_that_does_not_answer_in_time_is_504(string timeout)
    {
        await using var platform = await Platform.StartAsync(platform => platform.With(timeout, "00:00:00.5"));
        platform.Membership.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var reading = await platform.Client.GetAsync("/api/membership/hubs");
        await ProblemAssert.ProblemAsync(HttpStatusCode.GatewayTimeout, reading);
        Assert.NotNull(reading.Headers.RetryAfter?.Delta);
        using var content = new StringContent("{}");
        using var writing = await platform.Client.PostAsync("/api/membership/hubs", content);
        var problem = await ProblemAssert.ProblemAsync(HttpStatusCode.GatewayTimeout, writing);
        Assert.Contains("Idempotency-Key", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(2, platform.Membership.Received.Count);
    }

    [Fact]
    public async Task A_service_that_hangs_up_is_502_and_is_not_asked_twice()
    {
        await using var platform = await Platform.StartAsync();
        platform.Membership.Answer = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        using var content = new StringContent("{}");
        using var answer = await platform.Client.PostAsync("/api/membership/hubs", content);
        await ProblemAssert.ProblemAsync(HttpStatusCode.BadGateway, answer);
        Assert.Single(platform.Membership.Received);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_cut_off_and_not_passed_as_whole()
    {
        await using var platform = await Platform.StartAsync();
        platform.Membership.Answer = async http =>
        {
            await http.Response.WriteAsync("[{");
            await http.Response.Body.FlushAsync();
            http.Abort();
        };
        var failure = await Record.ExceptionAsync(() => platform.Client.GetStringAsync("/api/membership/hubs"));
        Assert.True(failure is HttpRequestException, $"{failure}");
    }

    [Fact]
    public async Task A_problem_of_the_service_comes_through_as_it_is()
    {
        await using var platform = await Platform.StartAsync();
        platform.Membership.Answer = http =>
        {
            http.Response.StatusCode = 503;
            http.Response.Headers.RetryAfter = "7";
            return http.Response.WriteAsJsonAsync(new { type = "https://fourthp.example/problems/own" }, options: null, "application/problem+json");
        };
        using var answer = await platform.Client.GetAsync("/api/membership/hubs");
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("""{"type":"https://fourthp.example/problems/own"}""", await answer.Content.ReadAsStringAsync());
    }
}
