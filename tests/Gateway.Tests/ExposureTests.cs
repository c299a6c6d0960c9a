using System.Net;
using Gateway.Edge;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

/// <summary>What of a service can be reached from outside, however the path is written.</summary>
public sealed class ExposureTests(Platform platform) : OnPlatform(platform)
{
    [Theory]
    [InlineData("journal")]
    [InlineData("journal/harbor?after=0")]
    [InlineData("health/ready")]
    [InlineData("health/live")]
    [InlineData("health")]
    [InlineData("openapi/v1.json")]
    [InlineData("JOURNAL/harbor")]
    [InlineData("Health/Ready")]
    [InlineData("journal/")]
    public async Task An_internal_path_is_a_miss_like_any_other(string path)
    {
        foreach (var prefix in new[] { "/api/identity", "/api/membership", "/api/case-referral", "/api/reporting/harbor" })
        {
            using var answer = await Platform.Client.GetAsync($"{prefix}/{path}");
            await ProblemAssert.ProblemAsync(HttpStatusCode.NotFound, answer);
            using var nobody = await Platform.Anonymous.GetAsync($"{prefix}/{path}");
            await ProblemAssert.ProblemAsync(HttpStatusCode.NotFound, nobody);
        }

        Assert.Empty(Platform.Received);
    }

    [Theory]
    [InlineData("streams")]
    [InlineData("faults")]
    [InlineData("rebuilds")]
    [InlineData("journals-of-practice")]
    [InlineData("referrals/journal")]
    public async Task What_the_service_itself_guards_is_routed(string path)
    {
        using var answer = await Platform.Client.GetAsync($"/api/membership/{path}");
        Assert.Equal($"/{path}", Assert.Single(Platform.Received).Target);
    }

    private static readonly string[] Ways =
    [
        "/api/membership/%6aournal/harbor", "/api/membership/%6Aournal", "/api/membership/journa%6c", "/api/membership/%256aournal",
        "/api/membership//journal/harbor", "/api/membership///journal", "//api/membership/journal", "/api//membership/journal",
        "/api/membership/./journal", "/api/membership/x/../journal", "/api/membership/%2e/journal", "/api/membership/x/%2e%2e/journal",
        "/api/membership/x/.%2e/journal", "/api/membership/x/%2E./journal", "/api/membership/x/%252e%252e/journal",
        "/api/membership/%2fjournal", "/api/membership/%2Fjournal/harbor", "/api/membership/journal%2fharbor", "/api/membership/journal%2Fharbor",
        "/api/membership/x%2f..%2fjournal", "/api/membership%2fjournal", "/api/membership/%252fjournal", "/api%2fmembership%2fjournal",
        "/api/membership/%5cjournal", "/api/membership/\\journal", "/api/membership/x\\..\\journal", "/api\\membership\\journal",
        "/api/membership/journal;x=1/harbor", "/api/membership/;/journal", "/api/membership;x/journal", "/api/membership/journal;",
        "/api/membership/journal./harbor", "/api/membership/journal.", "/api/membership/journal.../harbor", "/api/membership/.../journal",
        "/api/membership/journal%20/harbor", "/api/membership/%20journal", "/api/membership/journal%00", "/api/membership/journal%09/harbor",
        "/api/membership/journal%0d%0aX:1", "/api/membership/%c0%afjournal", "/api/membership/%ef%bc%8fjournal", "/api/membership/%u002fjournal",
        "/api/membership/../../journal", "/../journal", "/api/reporting/harbor/../harbor/journal", "/api/reporting/%2e%2e/membership/journal",
        "/api/reporting/harbor%2fjournal", "/api/reporting//harbor/journal", "/api/reporting/harbor//journal", "/api/identity/.well-known/../journal",
        "/api/identity/token/../journal/platform", "/api/identity/.well-known/%2e%2e/journal", "/docs/../api/membership/journal",
        "/docs/openapi/../../api/membership/journal", "/docs/openapi/membership%2f..%2fx.json", "/api/membership/journal#x", "/api/membership/%",
        "/api/membership/%zz", "/api/membership/jo*rnal", "/api/membership/{journal}", "/api/membership/journal%3fx=1", "/api/membership/x?/../journal",
        "/api/membership/journal?x=/hubs", "http://membership/journal", "http://membership/api/membership/journal", "api/membership/journal",
    ];

    public static TheoryData<string> Tricks => new(Ways);

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task No_way_of_writing_a_path_gets_around_it(string target)
    {
        var (status, head, body) = await Raw.SendAsync(Platform.Address, target, Platform.Issuer.Token());

        // "x?/../journal" is the one honest request among them: a path "x" with a query.
        Assert.All(Platform.Received, received => Assert.Equal("/x?/../journal", received.Target));
        if (!Platform.Received.Any())
            Assert.True(status is 400 or 404, $"{target} was answered with {status}: {head} {body}");
    }

    [Theory]
    [InlineData("/api/membership/hubs", true)]
    [InlineData("/api/identity/.well-known/jwks.json", true)]
    [InlineData("/api/membership/hubs/?x=%2f%2e//..", true)]
    [InlineData("/docs/swagger-ui.css", true)]
    [InlineData("/", true)]
    [InlineData("", false)]
    [InlineData("/a//b", false)]
    [InlineData("/a/..", false)]
    [InlineData("/a/./b", false)]
    [InlineData("/a%41", false)]
    [InlineData("/é", false)]
    public void A_plain_path_is_told_from_others(string target, bool plain) => Assert.Equal(plain, PlainRequests.IsPlain(target));

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Only_the_methods_of_an_API_come_in(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/membership/hubs");
        using var answer = await Platform.Client.SendAsync(request);
        await ProblemAssert.ProblemAsync(HttpStatusCode.MethodNotAllowed, answer);
        Assert.Empty(Platform.Received);
    }
}
