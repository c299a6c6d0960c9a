using System.IO.Compression;
using System.Text;

namespace Membership.Tests.Agencies;

/// <summary>Short words for what tests import.</summary>
internal static class HsdsFile
{
    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return zip.ToArray();
    }

    public static Task<HttpResponseMessage> ImportAsync(Scene scene, byte[] zip) => BadImportTests.SendAsync(scene, zip, "application/zip");

    public static Task<HttpResponseMessage> ImportAsync(Scene scene, string json, string query = "") =>
        BadImportTests.SendAsync(scene, Encoding.UTF8.GetBytes(json), "application/json", Scene.ImportPath() + query);
}
