using System.Net;
using System.Text.Json;
using Demonstration;
using Demonstration.Fable;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>Chapter 2: what each role can and cannot read and do.</summary>
[Collection(FableCollection.Name)]
public sealed class BreakSomeEggsTests(FablePlayed fable)
{
    private const string Clients = "/api/case-referral/clients";
    private const string Referrals = "/api/case-referral/referrals";

    private Actor Lantern => fable.Cast.WorkerOf(Cast.VictimServices);

    [Fact]
    public async Task Every_need_found_a_door()
    {
        foreach (var id in fable.Eggs.Accepted) Assert.Equal("Accepted", (await Lantern.GetAsync($"{Referrals}/{id}")).GetProperty("state").GetString());
        var declined = await Lantern.GetAsync($"{Referrals}/{fable.Eggs.Declined}");
        Assert.Equal("Declined", declined.GetProperty("state").GetString());
        Assert.Equal("NoCapacity", declined.GetProperty("declineReason").GetString());
    }

    [Fact]
    public async Task The_police_ask_for_the_clients_and_there_are_none()
    {
        foreach (var asking in new[] { fable.Cast.WorkerOf(Cast.Police), fable.Cast.WorkerOf(Cast.Investigations), fable.Cast.WorkerOf(Cast.Prosecutor), fable.Cast.Coordinator, fable.Admin })
        {
            using var real = await asking.AskAsync(HttpMethod.Get, $"{Clients}/{fable.Eggs.Clients[0]}");
            using var miss = await asking.AskAsync(HttpMethod.Get, $"{Clients}/{Guid.NewGuid()}");
            using var list = await asking.AskAsync(HttpMethod.Get, Clients);
            Assert.Equal(HttpStatusCode.NotFound, real.StatusCode);
            Assert.Equal(await WithoutTraceAsync(miss), await WithoutTraceAsync(real));
            Assert.True(list.StatusCode == HttpStatusCode.NotFound || await list.Content.ReadAsStringAsync() == "[]", "a list says that there is nobody");
        }
    }

    [Fact]
    public async Task A_receiver_reads_the_need_and_nothing_that_leads_to_the_client()
    {
        var received = await fable.Cast.WorkerOf(Cast.SecondShelter).GetAsync($"{Referrals}/{fable.Eggs.Accepted[0]}");
        Assert.Equal("EmergencyHousing", received.GetProperty("services")[0].GetString());
        Assert.False(received.TryGetProperty("clientId", out _));
        Assert.DoesNotContain(fable.Eggs.Clients[0].ToString(), received.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_provider_does_not_see_what_another_was_asked()
    {
        using var answer = await fable.Cast.WorkerOf(Cast.FirstShelter).AskAsync(HttpMethod.Get, $"{Referrals}/{fable.Eggs.Accepted[0]}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("clientName", "Marked Name")]
    [InlineData("birthDate", "2001-02-03")]
    [InlineData("address", "1 Marked Street")]
    public async Task A_referral_with_a_name_a_date_or_an_address_is_refused(string field, string value)
    {
        var request = new Dictionary<string, object>
        {
            ["clientId"] = fable.Eggs.Clients[0], ["toAgencyId"] = fable.Cast.IdOf(Cast.SecondShelter), ["services"] = new[] { "Food" },
            ["languages"] = new[] { "tha" }, ["urgency"] = "Routine", [field] = value,
        };
        using var answer = await Lantern.AskAsync(HttpMethod.Post, Referrals, JsonContent.Create(request));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(value, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_declined_stays_declined()
    {
        using var current = await fable.Cast.WorkerOf(Cast.FirstShelter).AskAsync(HttpMethod.Get, $"{Referrals}/{fable.Eggs.Declined}");
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            fable.Cast.WorkerOf(Cast.FirstShelter).PostAsync($"{Referrals}/{fable.Eggs.Declined}/acceptance", new { }, current.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task A_stranger_answers_nothing_and_the_police_take_in_nobody()
    {
        using var stranger = await fable.Cast.WorkerOf(Cast.Interpreters).AskAsync(
            HttpMethod.Post, $"{Referrals}/{fable.Eggs.Declined}/acceptance", JsonContent.Create(new { }), "\"1\"");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);

        using var police = await fable.Cast.WorkerOf(Cast.Police).AskAsync(HttpMethod.Post, Clients, JsonContent.Create(new
        {
            kind = "Principal", intake = "New", ageBand = "Unknown", gender = "Feminine", languages = Array.Empty<string>(),
            traffickingType = "Sex", traffickingStatus = "PossibleVictimOfTrafficking",
        }));
        Assert.Contains(police.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
    }

    [Fact]
    public void Nothing_the_platform_printed_tells_of_a_client_or_a_secret()
    {
        Assert.DoesNotContain("Rowan Ashby", fable.Platform.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(fable.Platform.Credentials.Get("victim-services").ClientSecret, fable.Platform.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(fable.Platform.Credentials.Get("admin").ClientSecret, fable.Platform.Output, StringComparison.Ordinal);
    }

    /// <summary>The trace id differs in every answer, as it must.</summary>
    private static async Task<string> WithoutTraceAsync(HttpResponseMessage answer)
    {
        var problem = (await answer.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>())!;
        problem.Remove("traceId");
        problem.Remove("instance");
        return JsonSerializer.Serialize(problem);
    }
}
