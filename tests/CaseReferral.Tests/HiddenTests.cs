using System.Diagnostics;
using System.Net;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

/// <summary>What is hidden cannot be told from what does not exist.</summary>
[Collection(HarborCollection.Name)]
public sealed class HiddenTests(Harbor harbor)
{
    public static TheoryData<string> Strangers => new("investigator", "police supervisor", "another provider", "a colleague", "coordinator", "analyst", "hub admin");

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_hidden_client_and_no_client_answer_alike(string stranger)
    {
        var client = await harbor.TakeInAsync();
        var asking = await harbor.AsAsync(Stranger(stranger));

        Assert.Equal(await SurfaceAsync(asking, $"/clients/{Guid.NewGuid()}"), await SurfaceAsync(asking, $"/clients/{client.Id}"));
        Assert.StartsWith("404\n", await SurfaceAsync(asking, $"/clients/{client.Id}"), StringComparison.Ordinal);
        var hidden = await asking.PostAsJsonAsync("/referrals", Harbor.Need(client.Id, harbor.Shelter.Id));
        var missing = await asking.PostAsJsonAsync("/referrals", Harbor.Need(Guid.NewGuid(), harbor.Shelter.Id));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(await missing.SurfaceAsync(), await hidden.SurfaceAsync());
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_hidden_referral_and_no_referral_answer_alike(string stranger)
    {
        var referral = await harbor.ReferAsync(harbor.Shelter);
        var asking = await harbor.AsAsync(Stranger(stranger));

        Assert.Equal(await SurfaceAsync(asking, $"/referrals/{Guid.NewGuid()}"), await SurfaceAsync(asking, $"/referrals/{referral.Id}"));
        foreach (var verb in new[] { "acceptance", "decline", "revocation" })
        {
            var hidden = await asking.PostAsync($"/referrals/{referral.Id}/{verb}", Harbor.BodyOf(verb), "\"1\"");
            var missing = await asking.PostAsync($"/referrals/{Guid.NewGuid()}/{verb}", Harbor.BodyOf(verb), "\"1\"");
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            Assert.Equal(await missing.SurfaceAsync(), await hidden.SurfaceAsync());
        }
    }

    [Fact]
    public void Nothing_of_its_own_is_open_to_everybody() => OpenRoutes.AreOnly(harbor.Cases.Services);

    [Fact]
    public async Task To_the_police_the_list_of_clients_is_a_miss_like_any_other()
    {
        await harbor.TakeInAsync();
        var police = await harbor.AsAsync(harbor.Police.As(Roles.Investigator));
        Assert.Equal(await SurfaceAsync(police, $"/clients/{Guid.NewGuid()}"), await SurfaceAsync(police, "/clients"));
    }

    [Fact]
    public async Task The_time_of_an_answer_tells_nothing_either()
    {
        var client = await harbor.TakeInAsync();
        var police = await harbor.AsAsync(harbor.Police.As(Roles.Investigator));
        List<double> hidden = [], missing = [];
        for (var turn = 0; turn < 60; turn++)
        {
            hidden.Add(await MillisecondsAsync(police, client.Id));
            missing.Add(await MillisecondsAsync(police, Guid.NewGuid()));
        }

        var ratio = Median(hidden) / Median(missing);
        Assert.InRange(ratio, 0.5, 2);
    }

    private Person Stranger(string who) => who switch
    {
        "investigator" => harbor.Police.As(Roles.Investigator),
        "police supervisor" => harbor.Police.As(Roles.Supervisor),
        "another provider" => harbor.Stranger.As(Roles.Supervisor),
        "a colleague" => harbor.Advocates.As(Roles.CaseWorker, 2),
        "coordinator" => new Person(Roles.Coordinator) { Hub = Harbor.Hub, TaskForceId = harbor.TaskForceId },
        "analyst" => harbor.Advocates.As(Roles.Analyst),
        _ => new Person(Roles.HubAdmin) { Hub = Harbor.Hub },
    };

    private static async Task<string> SurfaceAsync(HttpClient client, string path) => await (await client.GetAsync(path)).SurfaceAsync();

    private static async Task<double> MillisecondsAsync(HttpClient client, Guid id)
    {
        var since = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync($"/clients/{id}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
