using Microsoft.AspNetCore.DataProtection;

namespace Identity.Keys;

internal static class KeyRingFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>ASP.NET Data Protection over a folder that only its owner may enter.</summary>
    public static void AddKeyRingFolder(this IServiceCollection services, string folder)
    {
        folder = Path.GetFullPath(folder);
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(folder);
        }
        else
        {
            System.IO.Directory.CreateDirectory(folder, OwnerOnly);
            // Also where it was there before, and wider.
            File.SetUnixFileMode(folder, OwnerOnly);
        }

        services.AddDataProtection().SetApplicationName("fourth-p-identity").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}
