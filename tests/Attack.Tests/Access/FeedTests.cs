using System.Net;
using Attack.Tests.Platform;
using ServiceDefaults.Messaging.Feed;
using Testing;

namespace Attack.Tests.Access;

/// <summary>Journals' feeds: a hub's Reporting reads its own hub's and the platform's, with the token that Identity gives it.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class FeedTests(AttackedPlatform platform)
{
    [Theory]
    [InlineData("identity"), InlineData("membership"), InlineData("case-referral")]
    public async Task A_service_of_one_hub_reads_no_other_hubs_feed(string service)
    {
        using var reporting = await platform.ServiceClientAsync(service, AttackedPlatform.Reporting);
        Assert.Equal(HttpStatusCode.OK, (await reporting.GetAsync("/journal/harbor")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reporting.GetAsync("/journal/platform")).StatusCode);
        await (await reporting.GetAsync("/journal/lakes")).ProblemAsync(HttpStatusCode.NotFound);
        var heads = await (await reporting.GetAsync("/journal")).ReadAsync<List<StreamHead>>();
        Assert.DoesNotContain(heads, head => head.Hub is not ("harbor" or "platform"));
    }

    [Fact]
    public async Task A_service_of_all_hubs_reads_each()
    {
        using var cases = await platform.ServiceClientAsync("membership", "case-referral");
        var heads = await (await cases.GetAsync("/journal")).ReadAsync<List<StreamHead>>();
        Assert.Equal(["harbor", "lakes", "platform"], heads.Select(head => head.Hub).Where(hub => !hub.StartsWith("hub-", StringComparison.Ordinal)));
        Assert.NotEqual("[]", await (await cases.GetAsync("/journal/lakes")).Content.ReadAsStringAsync());
    }
}
