using System.Net;
using System.Text.Json;
using Contracts;
using Membership.Storage;
using ServiceDefaults.Access;
using Testing;

namespace Identity.Tests;

/// <summary>What Membership tells over the broker, Identity heeds.</summary>
public sealed class MembershipTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Agencies = """
        [{"id":"7d5c0a52-1111-4f5e-9a6b-0a3c6f1f2a01","name":"Lighthouse House","description":"A shelter"}]
        """;

    [Fact]
    public async Task With_a_seat_end_the_clients_that_act_in_it()
    {
        await platform.StartAsync<MembershipDb>("membership");
        using var admin = await platform.ClientAsync("membership", new Person(Roles.PlatformAdmin));
        using var hub = await admin.PostAsJsonAsync("/hubs", new { code = "harbor", name = "Harbor" });
        Assert.True(hub.IsSuccessStatusCode, await hub.Content.ReadAsStringAsync());

        var hubAdmin = new Person(Roles.HubAdmin) { Hub = "harbor" };
        using var membership = await platform.ClientAsync("membership", hubAdmin);
        var taskForce = await MadeAsync(membership, "/task-forces", new { hub = "harbor", name = "Harbor TF", purpose = "Together", formality = "Formal", model = "ECM" });
        using var import = await membership.PostAsync(
            new Uri("/agencies/import?agencyClass=VictimServices&agencyType=NGO&hub=harbor", UriKind.Relative), new StringContent(Agencies, null, "application/json"));
        Assert.True(import.IsSuccessStatusCode, await import.Content.ReadAsStringAsync());
        using var listed = await membership.GetAsync(new Uri("/agencies", UriKind.Relative));
        var agency = (await listed.JsonAsync()).EnumerateArray().Single().GetProperty("id").GetGuid();
        using var joined = await membership.PostAsJsonAsync($"/task-forces/{taskForce}/members", new { agencyId = agency });
        Assert.True(joined.IsSuccessStatusCode, await joined.Content.ReadAsStringAsync());
        var seat = await MadeAsync(membership, $"/task-forces/{taskForce}/seats", new { agencyId = agency, personName = "Marked Person", involvement = "RepresentingAgency" });

        // The directory reaches Identity a moment later: until then a hub's administrator is told to send it again.
        using var identity = await platform.ClientAsync("identity", hubAdmin);
        var request = new
        {
            name = "Seat", roles = new[] { Roles.AgencyAdmin }, agencyId = agency, agencyClass = nameof(AgencyClass.VictimServices), hub = "harbor",
            taskForceId = taskForce, seatId = seat,
        };
        var client = await Until.SomeAsync(async () =>
        {
            using var answer = await identity.PostAsJsonAsync("/clients", request);
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity) return null;
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            var made = await answer.JsonAsync();
            return new Credentials(made.GetProperty("clientId").GetString()!, made.GetProperty("clientSecret").GetString()!);
        }, "Identity knows the seat");
        await platform.TokenAsync(client.ClientId, client.Secret);

        await EndAsync(membership, taskForce, seat);
        await Until.TrueAsync(async () => (await identity.GetAsync(new Uri($"/clients/{client.ClientId}", UriKind.Relative))).StatusCode == HttpStatusCode.NotFound, "the client is removed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => platform.TokenAsync(client.ClientId, client.Secret));
        using var again = await identity.PostAsJsonAsync("/clients", request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal("seat-ended", await again.ProblemAsync());
    }

    private static async Task EndAsync(HttpClient membership, Guid taskForce, Guid seat)
    {
        using var seats = await membership.GetAsync(new Uri($"/task-forces/{taskForce}/seats", UriKind.Relative));
        Assert.True(seats.IsSuccessStatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/task-forces/{taskForce}/seats/{seat}/end") { Content = JsonContent.Create(new { reason = "Left" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await membership.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<Guid> MadeAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetGuid();
    }
}
