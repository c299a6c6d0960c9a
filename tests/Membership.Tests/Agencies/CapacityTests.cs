using Contracts;
using Membership.Agencies.Cards;
using Testing;
using static Membership.Tests.Agencies.CardScene;

namespace Membership.Tests.Agencies;

/// <summary>A number of beds is worth what it is worth on the day on which somebody counted them.</summary>
public sealed class CapacityTests(ReviewTests.Clock service) : IClassFixture<ReviewTests.Clock>
{
    [Fact]
    public async Task What_was_counted_more_than_a_week_ago_is_stale_until_it_is_counted_again()
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        var counted = service.Today;
        await CountAsync();
        Assert.Equal((counted, false), await BedsAsync());
        await service.MoveAsync(TimeSpan.FromDays(7));
        Assert.Equal((counted, false), await BedsAsync());
        await service.MoveAsync(TimeSpan.FromDays(1));
        Assert.Equal((counted, true), await BedsAsync());
        // The same number, counted anew.
        await CountAsync();
        Assert.Equal((service.Today, false), await BedsAsync());
        Assert.Equal(counted.AddDays(8), service.Today);

        async Task CountAsync() => await (await Scene.ChangeAsync(
            scene.HubAdmin, HttpMethod.Put, $"/agencies/{agency.Id}/capacities/Beds", CardOf(agency.Id), new { total = 8, available = 3 })).ReadAsync<CardView>();

        async Task<(DateOnly, bool)> BedsAsync()
        {
            var beds = (await (await scene.HubAdmin.GetAsync(CardOf(agency.Id))).ReadAsync<CardView>()).Capacities.Single(capacity => capacity.Kind == CapacityKind.Beds);
            return (beds.LastConfirmedOn, beds.Stale);
        }
    }
}
