using System.Text.Json;
using Demonstration;
using Demonstration.Fable;
using Testing;
using Xunit;

namespace EndToEnd.Tests.Failure;

/// <summary>A platform to be hurt: one hub, and a scene of its own for each scenario.</summary>
public class FailurePlatform : IAsyncLifetime
{
    private static readonly string[] Services = ["identity", "membership", "case-referral", "reporting/harbor"];

    private Stage stage = null!;
    private Actor admin = null!;

    protected FailurePlatform(params string[] options)
    {
        Platform = new(options);
        // One client writes as fast as it can, and a test asks again and again: what limits do is not the matter here.
        Platform.Variables["Gateway__Limits__Client__Requests"] = "1000000";
        Platform.Variables["Gateway__Limits__Address__Requests"] = "1000000";
    }

    public RunningPlatform Platform { get; }

    public async Task InitializeAsync()
    {
        await Platform.InitializeAsync();
        stage = new Stage(Platform.PublicUrl, Platform.Credentials);
        admin = await stage.SignInAsync("admin");
        await FoundHubAsync(stage, admin);
        await stage.IntroduceAsync(admin, "auditor", new { name = "Data protection", hub = Cast.Hub, roles = new[] { "data-protection" } });
    }

    /// <summary>The hub and its office, whatever else there is.</summary>
    protected virtual async Task FoundHubAsync(Stage stage, Actor admin)
    {
        await admin.PostAsync("/api/membership/hubs", new { code = Cast.Hub, name = "Harbor Region" });
        await stage.IntroduceAsync(admin, "hub-admin", new { name = "Harbor hub office", hub = Cast.Hub, roles = new[] { "hub-admin" } });
    }

    public async Task DisposeAsync()
    {
        stage?.Dispose();
        await Platform.DisposeAsync();
    }

    /// <summary>Tokens are short: whoever acts in a scenario signs in for it.</summary>
    public Task<Actor> SignInAsync(string name) => stage.SignInAsync(name);

    internal async Task<Scene> SetSceneAsync(string name) => await Scene.SetAsync(stage, await SignInAsync("hub-admin"), name);

    internal Task<PlatformProcess> BrokerAsync() => PlatformProcess.BrokerAsync(Platform);

    internal Task<PlatformProcess> ServiceAsync(string name, int replica = 0) => PlatformProcess.ServiceAsync(Platform, name, replica);

    /// <summary>Waits until the AppHost says that a resource which died is there again.</summary>
    public Task ReturnedAsync(string resource) => Until.TrueAsync(
        () => Task.FromResult(Platform.Output.LastIndexOf($"{resource} is ready again", StringComparison.Ordinal)
            > Platform.Output.LastIndexOf($"\n{resource} was ended by", StringComparison.Ordinal)),
        $"{resource} is ready again", TimeSpan.FromMinutes(2));

    /// <summary>Waits until every fact is numbered, published, and applied by everybody who follows it.</summary>
    public async Task SettlesAsync(Actor ops)
    {
        await Until.TrueAsync(async () =>
        {
            try
            {
                return await IsSettledAsync(ops);
            }
            catch (RefusedException refused) when ((int)refused.Status >= 500)
            {
                return false;
            }
        }, "everything is published and applied", TimeSpan.FromMinutes(3));
    }

    private static async Task<bool> IsSettledAsync(Actor ops)
    {
        var views = new List<JsonElement>();
        foreach (var service in Services) views.Add(await ops.GetAsync($"/api/{service}/streams"));
        var heads = new Dictionary<(string, string?), long>();
        foreach (var (service, view) in Services.Zip(views))
        {
            if (view.GetProperty("waiting").GetInt64() > 0) return false;
            foreach (var stream in view.GetProperty("publishes").EnumerateArray())
            {
                if (stream.GetProperty("assigned").GetInt64() != stream.GetProperty("published").GetInt64()) return false;
                heads[(service, stream.GetProperty("hub").GetString())] = stream.GetProperty("assigned").GetInt64();
            }
        }

        return views.SelectMany(view => view.GetProperty("follows").EnumerateArray()).All(stream =>
            heads[(stream.GetProperty("service").GetString()!, stream.GetProperty("hub").GetString())] == stream.GetProperty("position").GetInt64());
    }
}
