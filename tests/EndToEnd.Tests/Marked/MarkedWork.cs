using System.Security.Cryptography;
using System.Text.Json;
using Demonstration;
using Demonstration.Fable;
using Microsoft.IdentityModel.Tokens;
using Testing;

namespace EndToEnd.Tests.Marked;

/// <summary>
/// What people at work may write, each in the field that is for it; and a fact that its reaction will not take, which
/// becomes a fault that ops skip.
/// </summary>
internal sealed class MarkedWork(MarkedPlatform platform, Marks marks)
{
    private static readonly string[] Services = ["identity", "membership", "case-referral", "reporting/harbor"];

    private Cast Cast => platform.Cast;

    public async Task<Actor> DoAsync()
    {
        var ops = await platform.Stage.IntroduceAsync(platform.Admin, "operations", new { name = "Operations", roles = new[] { "ops" } });
        await Cast.HubAdmin.PostCsvAsync("/api/membership/agencies/import?agencyClass=Other&agencyType=NGO", $"id,name\n{Guid.NewGuid()},{marks.Public.Text}\n");
        await Cast.HubAdmin.PostAsync("/api/membership/task-forces", new
        {
            hub = Cast.Hub, name = "Second task force", formality = "Informal", model = "Coalition", purpose = marks.Purpose.Text,
        });
        var seats = $"/api/membership/task-forces/{Cast.TaskForceId}/seats";
        var seat = await Cast.Coordinator.PostAsync(seats, new
        {
            agencyId = Cast.IdOf(Cast.Interpreters), personName = marks.Seat.Text, title = marks.SeatTitle.Text, email = marks.SeatMail.Text,
            involvement = "AgencyLevel", termEndsOn = DateOnly.FromDateTime(DateTime.UtcNow.AddYears(1)),
        });
        await Cast.Coordinator.ChangeAsync($"{seats}/{seat.GetProperty("id").GetGuid()}", "end", new { reason = "Left" });
        await new MarkedFoundations(Cast, marks).WriteAsync();
        await new MarkedMeetings(Cast, marks).WriteAsync();
        await new MarkedPromises(platform, marks).WriteAsync();
        await new MarkedViews(platform, marks).WriteAsync();
        await RegisterAsync();
        return ops;
    }

    /// <summary>A client whose name and key are called after somebody, and that goes again.</summary>
    private async Task RegisterAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var client = await platform.Admin.PostAsync("/api/identity/clients", new
        {
            name = marks.ClientName.Text, roles = new[] { "data-protection" },
            jwks = new { keys = new[] { new { kty = "EC", kid = marks.KeyName.Text, crv = "P-256", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) } } },
        });
        using var read = await platform.Admin.AskAsync(HttpMethod.Get, $"/api/identity/clients/{client.GetProperty("clientId").GetString()}");
        read.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until every fact is out, and was applied as far as it can be.</summary>
    public static Task SettledAsync(Actor ops) => Until.TrueAsync(async () =>
    {
        foreach (var service in Services)
        {
            var streams = await ops.GetAsync($"/api/{service}/streams");
            if (streams.GetProperty("waiting").GetInt64() > 0) return false;
            if (streams.GetProperty("publishes").EnumerateArray().Any(stream => stream.GetProperty("published").GetInt64() < stream.GetProperty("assigned").GetInt64())) return false;
        }

        return true;
    }, "every fact is published", TimeSpan.FromMinutes(1));

    /// <summary>The stream stops at a fact that cannot be applied; ops see why, and skip it.</summary>
    public async Task<JsonElement> FaultAsync(Actor ops)
    {
        PlatformDatabases.WriteFactLikeAnother(platform.Platform, "case-referral.db", "referral-made", marks.BadFact.Text);
        const string Faults = "/api/reporting/harbor/faults";
        await Until.TrueAsync(async () => (await ops.GetAsync($"{Faults}?state=Open")).GetArrayLength() == 1, "the fact is a fault", TimeSpan.FromMinutes(1));
        var fault = (await ops.GetAsync($"{Faults}?state=Open"))[0];
        await ops.PostAsync($"{Faults}/{fault.GetProperty("id").GetGuid()}/skip", new { reason = marks.Reason.Text });
        return fault;
    }
}
