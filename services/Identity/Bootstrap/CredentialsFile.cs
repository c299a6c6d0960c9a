using System.Text.Json;
using System.Text.Json.Nodes;

namespace Identity.Bootstrap;

/// <summary>A JSON file of credentials that only its owner may read. Entries that others wrote into it stay.</summary>
internal static class CredentialsFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task WriteAsync(
        string path, IEnumerable<(string Entry, string ClientId, string Secret)> credentials, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var content = File.Exists(path) ? JsonNode.Parse(await File.ReadAllTextAsync(path, cancellationToken))!.AsObject() : [];
        foreach (var (entry, clientId, secret) in credentials)
            content[entry] = new JsonObject { ["clientId"] = clientId, ["clientSecret"] = secret };

        // Written beside and moved over: never half there, and never readable by others, not even for a moment.
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        try
        {
            await using (var file = new FileStream(beside, options))
                await JsonSerializer.SerializeAsync(file, content, Indented, cancellationToken);

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
