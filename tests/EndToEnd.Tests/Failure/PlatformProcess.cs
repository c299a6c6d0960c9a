using System.Diagnostics;
using System.Globalization;
using Testing;

namespace EndToEnd.Tests.Failure;

/// <summary>One process of a platform under test, found by that platform's own data folder: never another's.</summary>
internal sealed class PlatformProcess
{
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly int supervisor;

    private PlatformProcess(int id, IReadOnlyDictionary<string, string> environment) =>
        (Id, this.environment, supervisor) = (id, environment, int.Parse(Stat(id)[2], CultureInfo.InvariantCulture));

    public int Id { get; }

    public Uri Address => new(environment["ASPNETCORE_URLS"]);

    public bool Lives => Stat(Id) is [not "Z", ..];

    public string this[string variable] => environment[variable];

    public static Task<PlatformProcess> BrokerAsync(RunningPlatform platform) =>
        FindAsync(platform, "beam.smp", "RABBITMQ_MNESIA_BASE", folder => folder.Length > 0);

    public static Task<PlatformProcess> ServiceAsync(RunningPlatform platform, string name, int replica = 0) =>
        FindAsync(platform, "dotnet", "OTEL_RESOURCE_ATTRIBUTES", instance => instance == $"service.instance.id={name}-{replica}");

    /// <summary>Ends it as a power cut would, and keeps the AppHost from seeing it: what watches over it is stopped first.</summary>
    public async Task KillAndHoldAsync()
    {
        await HoldAsync();
        Signal("KILL", Id);
        await IsGoneAsync();
    }

    /// <summary>From now on nobody starts it again when it dies.</summary>
    public async Task HoldAsync()
    {
        Signal("STOP", supervisor);
        await Until.TrueAsync(() => Task.FromResult(Stat(supervisor) is ["T", ..]), "the supervisor stands still");
    }

    public Task IsGoneAsync() => Until.TrueAsync(() => Task.FromResult(!Lives), "the process is gone", TimeSpan.FromMinutes(1));

    /// <summary>The AppHost sees its death, and starts it again.</summary>
    public void LetReturn() => Signal("CONT", supervisor);

    public void Pause() => Signal("STOP", Id);

    public void GoOn() => Signal("CONT", Id);

    /// <summary>Waits for it, where it is just being started again.</summary>
    private static Task<PlatformProcess> FindAsync(RunningPlatform platform, string program, string variable, Func<string, bool> matches) =>
        Until.SomeAsync(() => Task.FromResult(Find(platform, program, variable, matches)), $"{program} runs", TimeSpan.FromMinutes(1));

    private static PlatformProcess? Find(RunningPlatform platform, string program, string variable, Func<string, bool> matches)
    {
        var found = from folder in Directory.EnumerateDirectories("/proc")
                    where int.TryParse(Path.GetFileName(folder), out _)
                    let environment = Environment(folder)
                    where environment.GetValueOrDefault("PLATFORM_DATA") == platform.Folder
                        && environment.TryGetValue(variable, out var value) && matches(value)
                        && Path.GetFileName(new FileInfo(Path.Combine(folder, "exe")).LinkTarget) == program
                    select new PlatformProcess(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), environment);
        return found.SingleOrDefault();
    }

    private static Dictionary<string, string> Environment(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ")).Split('\0').Select(line => line.Split('=', 2))
                .Where(pair => pair.Length == 2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>State, parent, process group…: what follows the name in parentheses. Nothing once the process is gone.</summary>
    private static string[] Stat(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static void Signal(string signal, int id)
    {
        // Letting go of what is gone already is no failure, and nothing to print.
        var start = new ProcessStartInfo("kill", [$"-{signal}", id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true };
        using var kill = Process.Start(start)!;
        kill.WaitForExit();
    }
}
