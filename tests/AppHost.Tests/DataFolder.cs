using System.Diagnostics;

namespace AppHost.Tests;

/// <summary>A data folder for one test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("apphost-").FullName;

    /// <summary>No process that AppHost started is left: each would hold a lock on this file.</summary>
    public async Task IsLeftByAllAsync()
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var free = new FileStream(
                    System.IO.Path.Combine(Path, "children.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException)
            {
                Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), "Processes are left over.");
                await Task.Delay(20);
            }
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
