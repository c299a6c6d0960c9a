using System.Text.Json;

namespace AppHost.Local.Model;

/// <summary>
/// A project's Properties/launchSettings.json, as far as it matters here: that it has an address (the port is chosen at
/// start, so that two platforms fit on one machine) and its variables.
/// </summary>
internal sealed record LaunchProfile(bool HasAddress, IReadOnlyDictionary<string, string> Variables)
{
    public static readonly LaunchProfile None = new(false, new Dictionary<string, string>());

    /// <param name="projectPath">The project file.</param>
    /// <param name="profile">Null: the first one, as Aspire takes it.</param>
    public static LaunchProfile Read(string projectPath, string? profile)
    {
        var path = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(path))
            return None;
        using var settings = JsonDocument.Parse(File.ReadAllText(path));
        var profiles = settings.RootElement.GetProperty("profiles").EnumerateObject();
        var found = profile is null ? profiles.FirstOrDefault() : profiles.FirstOrDefault(one => one.Name == profile);
        if (found.Value.ValueKind != JsonValueKind.Object)
            throw new StartFailure($"{path} has no profile {profile}.");
        var variables = new Dictionary<string, string>();
        if (found.Value.TryGetProperty("environmentVariables", out var given))
        {
            foreach (var variable in given.EnumerateObject())
                variables[variable.Name] = variable.Value.GetString() ?? "";
        }

        return new(found.Value.TryGetProperty("applicationUrl", out _), variables);
    }
}
