using System.Globalization;

namespace AppHost.Local.Storing;

/// <summary>The folder with all of the platform's data; one AppHost at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Root, _lock) = (path, held);

    public string Root { get; }

    /// <summary>Every child holds a shared lock on it: free means that nothing of the last run is left.</summary>
    public string Lease => InRoot("children.lock");

    public string InRoot(string name) => Path.Combine(Root, name);

    public static async Task<DataFolder> OpenAsync(string root)
    {
        Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var folder = new DataFolder(root, Take(Path.Combine(root, "apphost.lock")) ?? throw Refusal(root));
        folder._lock.SetLength(0);
        folder._lock.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        await folder._lock.FlushAsync();
        await folder.WaitForLeftoversAsync();
        return folder;
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>After a kill -9 the last run's processes need a moment to notice.</summary>
    private async Task WaitForLeftoversAsync()
    {
        var deadline = DateTime.UtcNow.AddSeconds(15);
        while (true)
        {
            using (var free = Take(Lease))
            {
                if (free is not null)
                    return;
            }

            if (DateTime.UtcNow > deadline)
                throw new StartFailure($"Processes of the last run still use {Root} (`fuser {Lease}` names them). End them first.");
            await Task.Delay(50);
        }
    }

    private static FileStream? Take(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static StartFailure Refusal(string root) => new(
        $"The platform already runs on {root}: stop it first, or choose another folder (PLATFORM_DATA).");
}
