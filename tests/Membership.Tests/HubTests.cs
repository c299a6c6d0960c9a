using System.Net;
using Membership.Hubs;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

[Collection(MembershipService.Name)]
public sealed class HubTests(MembershipService service)
{
    private readonly HttpClient platformAdmin = service.ClientFor(Roles.PlatformAdmin, hub: null);

    [Fact]
    public async Task A_hub_is_established_once_and_has_an_etag()
    {
        var code = $"h{Guid.NewGuid():n}"[..31];
        var first = await platformAdmin.PostAsJsonAsync("/hubs", new { code, name = "Harbor" });
        Assert.Equal(new HubView(code, "Harbor"), await first.ReadAsync<HubView>(HttpStatusCode.Created));
        Assert.Equal($"/hubs/{code}", first.Headers.Location?.OriginalString);

        var again = await platformAdmin.PostAsJsonAsync("/hubs", new { code, name = "Another" });
        Assert.Equal("hub-exists", await again.ProblemAsync(HttpStatusCode.Conflict));
        var read = await platformAdmin.GetAsync($"/hubs/{code}");
        Assert.Equal(first.Headers.ETag, read.Headers.ETag);
        Assert.Equal("Harbor", (await read.ReadAsync<HubView>()).Name);
    }

    [Theory]
    [InlineData("platform")]
    [InlineData("Harbor")]
    [InlineData("h")]
    [InlineData("1harbor")]
    [InlineData("harbor bay")]
    [InlineData("harbor\n")]
    [InlineData("h2345678901234567890123456789012")]
    public async Task A_code_that_no_stream_could_bear_is_refused(string code)
    {
        var errors = await (await platformAdmin.PostAsJsonAsync("/hubs", new { code, name = "Harbor" })).ErrorsAsync();
        Assert.Equal("code", errors.Keys.Single());
    }

    [Fact]
    public async Task A_hub_sees_itself_and_no_other()
    {
        var (mine, other) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        var listed = await (await mine.HubAdmin.GetAsync("/hubs")).ReadAsync<List<HubView>>();
        Assert.Equal(mine.Hub, Assert.Single(listed).Code);
        Assert.Equal("not-found", await (await mine.HubAdmin.GetAsync($"/hubs/{other.Hub}")).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.OK, (await platformAdmin.GetAsync($"/hubs/{other.Hub}")).StatusCode);
    }
}
