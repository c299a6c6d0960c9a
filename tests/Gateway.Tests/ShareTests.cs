using System.Net;
using Gateway.Limits;

namespace Gateway.Tests;

/// <summary>Counting, where many count at once.</summary>
public sealed class ShareTests
{
    private static readonly LimitPolicy Policy = new("client", new Quota { Requests = 100, Seconds = 10 }, new LimitSettings());

    [Fact]
    public async Task However_many_ask_at_once_exactly_the_quota_is_let_in()
    {
        var share = new Share(Policy);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 200).Select(_ => share.Take(1_000)).ToList())));
        var allowed = taken.SelectMany(one => one).Where(standing => standing.Allowed).ToList();
        Assert.Equal(Enumerable.Range(0, 100), allowed.Select(standing => standing.Remaining).Order());
    }

    [Theory]
    [InlineData(1_000, 99, 10)]
    [InlineData(1_001, 98, 10)]
    [InlineData(5_500, 98, 6)]
    [InlineData(10_999, 98, 1)]
    [InlineData(11_000, 99, 10)]
    public void A_window_begins_with_its_first_request(long now, int remaining, int reset)
    {
        var share = new Share(Policy);
        var standing = share.Take(1_000);
        if (now != 1_000)
            standing = share.Take(now);
        Assert.Equal(new Standing(true, remaining, reset), standing);
    }

    [Fact]
    public void What_is_remembered_is_bounded_and_swept()
    {
        var shares = new Shares<UInt128>(Policy);
        for (var address = UInt128.Zero; address < Shares<UInt128>.Most + 5_000; address++)
            shares.Of(address, 1_000).Take(1_000);
        Assert.Equal(Shares<UInt128>.Most, shares.Count);
        // All that found no room share one.
        Assert.False(shares.Of(Shares<UInt128>.Most + 6_000, 1_000).Take(1_000).Allowed);
        Assert.True(shares.Of(7, 1_000).Take(1_000).Allowed);

        Assert.True(shares.Of(Shares<UInt128>.Most + 6_000, 12_000).Take(12_000).Allowed);
        Assert.Equal(1, shares.Count);
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::1", "0.0.0.1", false)]
    public void An_IPv6_address_counts_for_its_network(string one, string other, bool same) =>
        Assert.Equal(same, AddressKey.Of(IPAddress.Parse(one)) == AddressKey.Of(IPAddress.Parse(other)));
}
