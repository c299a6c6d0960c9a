using System.Net;
using Membership.Calendar;
using Membership.Tests.Meetings;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Calendar;

[Collection(MembershipThatMeets.Name)]
public sealed class CalendarAddressTests(MembershipService service)
{
    [Fact]
    public async Task An_address_is_told_once_and_only_its_digest_is_kept()
    {
        var scene = await MeetingScene.StartAsync(service);
        var (first, second) = (await scene.AddressAsync(scene.PoliceSeat.Id, scene.OfPolice), await scene.AddressAsync(scene.PoliceSeat.Id, scene.OfPolice));
        var token = CalendarScene.TokenOf(first);
        Assert.Equal($"http://platform.test/api/membership/calendars/{token}.ics", first.Address);
        Assert.Equal(43, token.Length); // 256 bits
        Assert.NotEqual(token, CalendarScene.TokenOf(second));
        await service.AssertNotStoredAsync(token, CalendarScene.TokenOf(second));
        var listed = await (await scene.OfPolice.GetAsync($"{scene.Path}/calendar-addresses?revoked=false")).Content.ReadAsStringAsync();
        Assert.Contains($"{first.Id}", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(token, listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_there_from_the_moment_of_revocation_or_of_the_seats_end()
    {
        var scene = await MeetingScene.StartAsync(service);
        var (revoked, ofSeat, ofTaskForce) = (await scene.AddressAsync(scene.ShelterSeat.Id), await scene.AddressAsync(scene.ShelterSeat.Id), await scene.AddressAsync());
        var path = $"{scene.Path}/calendar-addresses/{revoked.Id}";
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await scene.OfShelter.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Delete, path, path)).StatusCode);
        Assert.Equal("address-revoked", await (await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Delete, path, path)).ProblemAsync(HttpStatusCode.Conflict));
        var miss = await GoneAsync(revoked);
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync(ofSeat)).StatusCode);

        (await scene.Scene.EndSeatAsync(scene.TaskForce, scene.ShelterSeat.Id)).EnsureSuccessStatusCode();
        Assert.Equal(miss, await GoneAsync(ofSeat));
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync(ofTaskForce)).StatusCode);
        // What never was is answered in the same way.
        foreach (var token in new[] { new string('A', 43), "x", $"{CalendarScene.TokenOf(ofTaskForce)}=", CalendarScene.TokenOf(ofTaskForce).ToUpperInvariant() })
            Assert.Equal(miss, await GoneAsync(ofTaskForce with { Address = $"/{token}.ics" }));

        async Task<string> GoneAsync(GivenCalendarAddress address) => await (await service.AskAsync(address)).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_that_leaves_takes_its_calendars_with_it()
    {
        var scene = await MeetingScene.StartAsync(service);
        var address = await scene.AddressAsync(scene.PoliceSeat.Id);
        await service.ReadAsync(address);
        (await scene.Scene.LeaveAsync(scene.TaskForce, scene.Police.Id)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotFound, (await service.AskAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_seats_address_is_for_whoever_sits_there_its_administrator_and_the_coordinator()
    {
        var scene = await MeetingScene.StartAsync(service);
        var path = $"{scene.Path}/calendar-addresses";
        var admin = scene.Scene.As(Roles.AgencyAdmin, scene.Shelter.Id, scene.TaskForce);
        await scene.AddressAsync(scene.ShelterSeat.Id, scene.OfShelter);
        await scene.AddressAsync(scene.ShelterSeat.Id, admin);
        var ofPolice = await scene.AddressAsync(scene.PoliceSeat.Id);
        await scene.AddressAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OfShelter.PostAsJsonAsync(path, new { seatId = scene.PoliceSeat.Id })).StatusCode);
        Assert.Equal("seatId", (await (await scene.OfShelter.PostAsJsonAsync(path, new { })).ErrorsAsync()).Keys.Single());
        Assert.Equal("seatId", (await (await scene.Coordinator.PostAsJsonAsync(path, new { seatId = Guid.NewGuid() })).ErrorsAsync()).Keys.Single());
        foreach (var (client, count) in new[] { (scene.Coordinator, 4), (scene.OfShelter, 2), (admin, 2), (scene.OfPolice, 1) })
            Assert.Equal(count, await CountAsync(client));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{path}/{ofPolice.Id}")).StatusCode);

        async Task<int> CountAsync(HttpClient client) => (await client.GetFromJsonAsync<List<CalendarAddressView>>(path, Answers.Json))!.Count;
    }

    [Fact]
    public async Task A_key_that_could_be_guessed_would_open_the_kept_address_and_is_refused()
    {
        var scene = await MeetingScene.StartAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{scene.Path}/calendar-addresses")
        {
            Content = JsonContent.Create(new { }), Headers = { { "Idempotency-Key", "calendar-1" } },
        };
        Assert.Contains("Idempotency-Key", (await (await scene.Coordinator.SendAsync(request)).ErrorsAsync()).Keys);
        Assert.Equal("[]", await scene.Coordinator.GetStringAsync($"{scene.Path}/calendar-addresses"));
    }

    [Fact]
    public async Task No_more_than_ten_are_out_at_once()
    {
        var scene = await MeetingScene.StartAsync(service);
        for (var i = 0; i < 10; i++) await scene.AddressAsync();
        var one = await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/calendar-addresses", new { });
        Assert.Equal("too-many-addresses", await one.ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public void Of_the_service_only_calendars_and_pulse_answers_are_open_to_everybody() =>
        OpenRoutes.AreOnly(service.Provided, "GET /calendars/{token}.ics", "POST /pulse-answers");
}
