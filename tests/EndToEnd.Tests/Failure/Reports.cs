using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Demonstration;
using Demonstration.Fable;
using Testing;
using Xunit;

namespace EndToEnd.Tests.Failure;

/// <summary>What the report gives each of a scene's readers: an agency its own figures in full, and whoever is outside no open month.</summary>
internal sealed partial class Reports(Uri gateway, Scene scene, DateOnly since)
{
    private static readonly HttpClient Http = new();

    private string Path => string.Create(
        CultureInfo.InvariantCulture, $"/api/reporting/{Cast.Hub}/referral-report?from={since:yyyy-MM}&to={DateTime.UtcNow:yyyy-MM}");

    /// <summary>Every body that the report's endpoint gives, but for the moment at which the journals were last read in full.</summary>
    public async Task<List<string>> BodiesAsync()
    {
        var bodies = new List<string>();
        foreach (var reader in scene.Parties.Select(party => party.Worker).Append(scene.Coordinator))
        {
            foreach (var form in new[] { "application/json", "text/csv" }) bodies.Add(ReadThrough().Replace(await BodyAsync(reader, form), ""));
        }

        return bodies;
    }

    /// <summary>The figures that the referrals' parties were told of themselves make these figures, and no other.</summary>
    public async Task AreExactAsync(IReadOnlyList<Made> accepted)
    {
        foreach (var party in scene.Parties)
        {
            var months = JsonDocument.Parse(await BodyAsync(party.Worker, "application/json")).RootElement.GetProperty("months");
            var own = months.EnumerateArray().SelectMany(month => month.GetProperty("agencies").EnumerateArray()).ToList();
            Assert.All(own, row => Assert.Equal(party.AgencyId, row.GetProperty("agencyId").GetGuid()));
            decimal Sum(Func<JsonElement, JsonElement> cell) => own.Sum(row => cell(row.GetProperty("figures")).GetProperty("value").GetDecimal());
            int To(string state, string? reason = null) =>
                accepted.Count(referral => referral.To == party && referral.State == state && (reason ?? referral.Reason) == referral.Reason);

            var sends = party == scene.Sender;
            Assert.Equal(sends ? accepted.Count : 0, Sum(figures => figures.GetProperty("made")));
            Assert.Equal(sends ? accepted.Count(referral => referral.State == "Revoked") : 0, Sum(figures => figures.GetProperty("revoked")));
            Assert.Equal(To("Accepted"), Sum(figures => figures.GetProperty("accepted")));
            Assert.Equal(To("Declined"), Sum(figures => figures.GetProperty("declined")));
            foreach (var reason in new[] { "NoCapacity", "OutsideArea", "Other" })
                Assert.Equal(To("Declined", reason), Sum(figures => figures.GetProperty("declinedByReason").GetProperty(reason)));
            Assert.Equal(0, Sum(figures => figures.GetProperty("overdue")));
        }

        var outside = JsonDocument.Parse(await BodyAsync(scene.Coordinator, "application/json")).RootElement;
        Assert.Empty(outside.GetProperty("months").EnumerateArray());
    }

    private async Task<string> BodyAsync(Actor reader, string form)
    {
        string? body = null;
        // No figure is given out while a rebuild runs, or before the first full reading.
        await Until.TrueAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway, Path));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", reader.Token);
            request.Headers.Accept.ParseAdd(form);
            using var answer = await Http.SendAsync(request);
            if (answer.IsSuccessStatusCode) body = await answer.Content.ReadAsStringAsync();
            else Assert.Equal(503, (int)answer.StatusCode);
            return body is not null;
        }, "the report is given out", TimeSpan.FromMinutes(1));
        return body!;
    }

    [GeneratedRegex("\"readThrough\":\"[^\"]*\",")]
    private static partial Regex ReadThrough();
}
