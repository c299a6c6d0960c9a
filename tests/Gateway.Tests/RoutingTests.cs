using System.Net;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

public sealed class RoutingTests(Platform platform) : OnPlatform(platform)
{
    [Theory]
    [InlineData("identity", "/api/identity/clients?after=x&take=2", "/clients?after=x&take=2", "/api/identity")]
    [InlineData("membership", "/api/membership/hubs", "/hubs", "/api/membership")]
    [InlineData("case-referral", "/api/case-referral/referrals/0197", "/referrals/0197", "/api/case-referral")]
    [InlineData("harbor", "/api/reporting/harbor/referral-report?from=2026-01", "/referral-report?from=2026-01", "/api/reporting/harbor")]
    [InlineData("membership", "/API/Membership/hubs", "/hubs", "/api/membership")]
    public async Task A_public_path_reaches_its_service_without_the_prefix(string service, string path, string reached, string prefix)
    {
        using var answer = await Platform.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var received = Assert.Single(Of(service).Received);
        Assert.Equal(reached, received.Target);
        Assert.Equal(prefix, received.Headers["X-Forwarded-Prefix"]);
    }

    [Theory]
    [InlineData("/api/reporting/nowhere/referral-report")]
    [InlineData("/api/reporting")]
    [InlineData("/api/outreach/courses")]
    [InlineData("/api")]
    [InlineData("/referrals")]
    public async Task What_has_no_route_is_a_404_problem(string path)
    {
        using var answer = await Platform.Client.GetAsync(path);
        await ProblemAssert.ProblemAsync(HttpStatusCode.NotFound, answer);
    }

    [Fact]
    public async Task Links_in_an_answer_can_be_followed_through_the_gateway()
    {
        Platform.CaseReferral.Answer = http =>
        {
            http.Response.StatusCode = 201;
            http.Response.Headers.Location = "/referrals/0197";
            http.Response.Headers.Link = "</referrals?after=x>; rel=\"next\"";
            return Task.CompletedTask;
        };
        using var answer = await Platform.Client.PostAsync("/api/case-referral/referrals", null);
        Assert.Equal("/api/case-referral/referrals/0197", answer.Headers.Location?.OriginalString);
        Assert.Equal("</api/case-referral/referrals?after=x>; rel=\"next\"", answer.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task A_link_that_is_a_query_alone_or_already_public_stays()
    {
        Platform.CaseReferral.Answer = http =>
        {
            http.Response.Headers.Location = "/api/case-referral/referrals/0197";
            http.Response.Headers.Link = "<?after=x>; rel=\"next\"";
            return Task.CompletedTask;
        };
        using var answer = await Platform.Client.GetAsync("/api/case-referral/referrals");
        Assert.Equal("/api/case-referral/referrals/0197", answer.Headers.Location?.OriginalString);
        Assert.Equal("<?after=x>; rel=\"next\"", answer.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task Connections_to_a_service_are_kept()
    {
        for (var i = 0; i < 30; i++)
            using (await Platform.Client.GetAsync("/api/membership/hubs")) { }
        Assert.InRange(Platform.Membership.Received.Select(received => received.Connection).Distinct().Count(), 1, 2);
    }

    private Backend Of(string service) => service switch
    {
        "identity" => Platform.Identity,
        "membership" => Platform.Membership,
        "case-referral" => Platform.CaseReferral,
        _ => Platform.Harbor,
    };
}
