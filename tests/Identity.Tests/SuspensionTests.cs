using System.Net;
using System.Text.Json;
using Contracts;
using Membership.Storage;
using ServiceDefaults.Access;
using Testing;

namespace Identity.Tests;

/// <summary>While an agency's membership is suspended, its people get no token for the task force and no new client there.</summary>
public sealed class SuspensionTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_suspended_agencys_clients_get_tokens_again_once_it_is_reinstated()
    {
        await platform.StartAsync<MembershipDb>("membership");
        using var admin = await platform.ClientAsync("membership", new Person(Roles.PlatformAdmin));
        using var hub = await admin.PostAsJsonAsync("/hubs", new { code = "harbor", name = "Harbor" });
        var hubAdmin = new Person(Roles.HubAdmin) { Hub = "harbor" };
        using var membership = await platform.ClientAsync("membership", hubAdmin);
        var taskForce = (await MadeAsync(membership, "/task-forces", new
        {
            hub = "harbor", name = "Harbor TF", purpose = "Together", formality = "Formal", model = "ECM",
        })).GetProperty("id").GetGuid();
        var listed = await MadeAsync(membership, "/agencies/import?agencyClass=VictimServices&agencyType=NGO", new { id = Guid.NewGuid(), name = "Lighthouse" });
        var agency = listed.GetProperty("agencies")[0].GetProperty("id").GetGuid();
        var members = $"/task-forces/{taskForce}/members";
        await MadeAsync(membership, members, new { agencyId = agency });

        using var identity = await platform.ClientAsync("identity", hubAdmin);
        var inTaskForce = await Until.SomeAsync(() => RegisterAsync(taskForce), "Identity knows the member");
        var elsewhere = (await RegisterAsync(taskForce: null))!;
        await platform.TokenAsync(inTaskForce.ClientId, inTaskForce.Secret);

        await ChangeAsync("suspension");
        await Until.TrueAsync(() => RefusedAsync(inTaskForce), "its clients get no token for the task force");
        Assert.False(await RefusedAsync(elsewhere));
        Assert.Equal(HttpStatusCode.OK, (await identity.GetAsync(new Uri($"/clients/{inTaskForce.ClientId}", UriKind.Relative))).StatusCode);
        using (var refused = await identity.PostAsJsonAsync("/clients", Administrator(taskForce)))
            Assert.Equal("agency-suspended", await refused.ProblemAsync());

        await ChangeAsync("reinstatement");
        await Until.TrueAsync(async () => !await RefusedAsync(inTaskForce), "they get tokens again");
        Assert.NotNull(await RegisterAsync(taskForce));

        object Administrator(Guid? within) => new
        {
            name = "Administration", roles = new[] { Roles.AgencyAdmin }, agencyId = agency, agencyClass = nameof(AgencyClass.VictimServices), hub = "harbor",
            taskForceId = within,
        };

        async Task<Credentials?> RegisterAsync(Guid? taskForce)
        {
            using var answer = await identity.PostAsJsonAsync("/clients", Administrator(taskForce));
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity) return null;
            var made = await answer.JsonAsync();
            return new Credentials(made.GetProperty("clientId").GetString()!, made.GetProperty("clientSecret").GetString()!);
        }

        async Task<bool> RefusedAsync(Credentials client)
        {
            try
            {
                await platform.TokenAsync(client.ClientId, client.Secret);
                return false;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }

        async Task ChangeAsync(string verb)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{members}/{agency}/{verb}") { Content = JsonContent.Create(new { reason = "As agreed." }) };
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            using var answer = await membership.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task<JsonElement> MadeAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
