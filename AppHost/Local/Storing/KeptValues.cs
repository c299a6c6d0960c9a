using System.Text.Json;

namespace AppHost.Local.Storing;

/// <summary>Named values in a file that only its owner reads.</summary>
internal sealed class KeptValues
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };
    private readonly string _path;
    private readonly SortedDictionary<string, string> _values = [];

    public KeptValues(string path)
    {
        _path = path;
        if (File.Exists(path))
            _values = JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(path)) ?? [];
    }

    public string? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set
        {
            _values[name] = value ?? "";
            Save();
        }
    }

    /// <summary>Whole or not at all: what is lost here locks the platform out of its own broker.</summary>
    private void Save()
    {
        var next = _path + ".next";
        File.Delete(next);
        using (var stream = new FileStream(next, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            JsonSerializer.Serialize(stream, _values, Readable);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
    }
}
