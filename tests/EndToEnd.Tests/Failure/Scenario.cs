using System.Diagnostics;
using Demonstration;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Failure;

/// <summary>One failure: referrals are being made, it strikes in the middle, it passes, and everything is exact.</summary>
internal sealed class Scenario : IDisposable
{
    public const int Referrals = 600;

    private readonly string name;
    private readonly FailurePlatform platform;
    private readonly ITestOutputHelper output;
    private readonly DateOnly since = DateOnly.FromDateTime(DateTime.UtcNow);
    private readonly Scene scene;
    private readonly Task writing;
    private readonly List<Action> undo = [];

    private Scenario(string name, FailurePlatform platform, ITestOutputHelper output, Scene scene, Actor ops, int referrals, int workers)
    {
        (this.name, this.platform, this.output, this.scene, Ops) = (name, platform, output, scene, ops);
        Writer = new Writer(platform.Platform.PublicUrl, scene, referrals, workers);
        writing = Writer.RunAsync();
    }

    public Actor Ops { get; }

    public Writer Writer { get; }

    /// <summary>Sets a scene, and begins to write.</summary>
    public static async Task<Scenario> BeginAsync(
        string name, FailurePlatform platform, ITestOutputHelper output, int referrals = Referrals, int workers = 8) =>
        new(name, platform, output, await platform.SetSceneAsync(name), await platform.SignInAsync("ops"), referrals, workers);

    public Task ReachesAsync(int referrals) => Writer.ReachesAsync(referrals, writing);

    /// <summary>Kills it, and keeps it down until it is let return; at the latest when the scenario is over.</summary>
    public async Task KillAsync(PlatformProcess process)
    {
        undo.Add(process.LetReturn);
        await process.KillAndHoldAsync();
    }

    /// <summary>Keeps it down once it has died, as above.</summary>
    public async Task HoldAsync(PlatformProcess process)
    {
        undo.Add(process.LetReturn);
        await process.HoldAsync();
    }

    /// <summary>Stops its clock, not its sockets.</summary>
    public void Pause(PlatformProcess process)
    {
        undo.Add(process.GoOn);
        process.Pause();
    }

    public void Says(string sentence) => output.WriteLine($"{name}: {sentence}");

    /// <summary>Writes to the end, and looks at everything.</summary>
    public async Task EndsExactAsync()
    {
        var healed = Stopwatch.StartNew();
        await writing;
        var written = healed.Elapsed;
        await platform.SettlesAsync(Ops);
        Says($"{Writer.Accepted.Count} referrals accepted, {Writer.Attempts.Count} requests in {Writer.Duration.TotalSeconds:0.0} s, {Writer.Repeated} repeated; "
            + $"{written.TotalSeconds:0.0} s written on after the last strike, settled {(healed.Elapsed - written).TotalSeconds:0.0} s later");
        await new Exactness(platform, scene, Writer, since).HoldsAsync(Ops);
        Says($"exact {(healed.Elapsed - written).TotalSeconds:0.0} s after the last answer, rebuild and all readings included");
    }

    /// <summary>Also where it failed: the next one finds the platform whole.</summary>
    public void Dispose()
    {
        undo.ForEach(heal => heal());
        Writer.Dispose();
    }
}
