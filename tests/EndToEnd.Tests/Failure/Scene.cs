using System.Globalization;
using Demonstration;
using Demonstration.Fable;
using Testing;

namespace EndToEnd.Tests.Failure;

/// <summary>A party to the scene's referrals.</summary>
internal sealed record Party(Guid AgencyId, Actor Worker);

/// <summary>A task force of a scenario's own: an agency that refers its client, and three that answer. All of them are invented.</summary>
internal sealed class Scene
{
    public required Guid TaskForceId { get; init; }
    public required Actor Coordinator { get; init; }
    public required IReadOnlyList<Party> Parties { get; init; }
    public required Guid ClientId { get; init; }

    public Party Sender => Parties[0];

    public IReadOnlyList<Party> Receivers => [.. Parties.Skip(1)];

    public static async Task<Scene> SetAsync(Stage stage, Actor hubAdmin, string name, string hub = Cast.Hub)
    {
        var taskForce = (await hubAdmin.PostAsync("/api/membership/task-forces", new
        {
            hub, name = $"Task force {name}", formality = "Informal", model = "Coalition", purpose = "That nothing is lost.",
        })).GetProperty("id").GetGuid();
        var coordinator = await UntilKnownAsync(() => stage.IntroduceAsync(hubAdmin, $"{name}-coordinator", new
        {
            name = $"{name}: coordination", hub, taskForceId = taskForce, roles = new[] { "coordinator" },
        }));

        var csv = "id,name,description\n" + string.Concat(Enumerable.Range(0, 4).Select(n => string.Create(
            CultureInfo.InvariantCulture, $"{Guid.NewGuid()},\"{name} agency {n}\",\"An invented agency\"\n")));
        var imported = await hubAdmin.PostCsvAsync("/api/membership/agencies/import?agencyClass=VictimServices&agencyType=NGO", csv);
        var parties = new List<Party>();
        foreach (var agency in imported.GetProperty("agencies").EnumerateArray())
            parties.Add(await BringInAsync(stage, hubAdmin, coordinator, taskForce, agency.GetProperty("id").GetGuid(), hub));

        var client = await parties[0].Worker.PostAsync("/api/case-referral/clients", new
        {
            kind = "Principal", intake = "New", ageBand = "Unknown", gender = "Feminine", languages = Array.Empty<string>(),
            traffickingType = "Sex", traffickingStatus = "PossibleVictimOfTrafficking",
        });
        return new Scene { TaskForceId = taskForce, Coordinator = coordinator, Parties = parties, ClientId = client.GetProperty("id").GetGuid() };
    }

    private static async Task<Party> BringInAsync(Stage stage, Actor hubAdmin, Actor coordinator, Guid taskForceId, Guid agencyId, string hub)
    {
        await coordinator.PostAsync($"/api/membership/task-forces/{taskForceId}/members", new { agencyId });
        object Grant(params string[] roles) => new
        {
            name = string.Join(' ', roles), agencyId, agencyClass = "VictimServices", hub, taskForceId, roles,
        };
        var administrator = await UntilKnownAsync(() => stage.IntroduceAsync(hubAdmin, $"{agencyId}-admin", Grant("agency-admin")));
        return new Party(agencyId, await stage.IntroduceAsync(administrator, $"{agencyId}", Grant("case-worker", "analyst")));
    }

    /// <summary>A service may hear of another's fact a moment later.</summary>
    internal static Task<Actor> UntilKnownAsync(Func<Task<Actor>> ask) => Until.SomeAsync(async () =>
    {
        try
        {
            return await ask();
        }
        catch (RefusedException refused) when ((int)refused.Status is 409 or 422 or 503)
        {
            return null;
        }
    }, "the services have heard of each other's facts", TimeSpan.FromMinutes(1));
}
