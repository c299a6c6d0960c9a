using System.Text.Json;
using System.Text.Json.Nodes;

namespace Demonstration;

/// <summary>The clients' ids and secrets, in a file that only its owner reads. Never the log, never the repository.</summary>
public sealed class CredentialsFile(string path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public bool Has(string name) => Read()[name] is not null;

    public Credentials Get(string name)
    {
        var entry = Read()[name] ?? throw new InvalidOperationException($"{path} has no client called {name}.");
        return new Credentials((string)entry["clientId"]!, (string)entry["clientSecret"]!);
    }

    /// <summary>Adds a client; a crash in the middle leaves the old file.</summary>
    public void Add(string name, Credentials credentials)
    {
        var all = Read();
        all[name] = new JsonObject { ["clientId"] = credentials.ClientId, ["clientSecret"] = credentials.ClientSecret };
        var written = path + ".new";
        File.Delete(written);
        var onlyMine = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) onlyMine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(written, onlyMine)) JsonSerializer.Serialize(file, all, Indented);

        File.Move(written, path, overwrite: true);
    }

    private JsonObject Read() => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}

/// <summary>What a client proves itself with.</summary>
public sealed record Credentials(string ClientId, string ClientSecret);
