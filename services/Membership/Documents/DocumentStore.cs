using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Membership.Documents;

/// <summary>
/// Documents as files, each named by the digest (SHA-256) of what is in it. A file is whole or not there: it is written
/// beside its place, flushed to the disk, and moved. Whoever refers to it saves its row after that, so a row without a
/// file tells of a loss; a file without a row is swept (<see cref="DocumentSweep"/>).
/// </summary>
internal sealed class DocumentStore
{
    private const int Chunk = 64 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string folder;

    public DocumentStore(IOptions<DocumentSettings> settings)
    {
        folder = MakeFolder(Path.GetFullPath(settings.Value.Folder));
        MakeFolder(Arriving);
    }

    private string Arriving => Path.Combine(folder, "arriving");

    /// <summary>Streams a document to the disk; it is not in its place yet.</summary>
    /// <returns>Null where it is larger than allowed.</returns>
    public async Task<ArrivedDocument?> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Arriving, Guid.NewGuid().ToString("N"));
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0, useAsync: true);
        var arrived = new ArrivedDocument(file);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Length + read > DocumentSettings.MostBytes)
                {
                    await arrived.DisposeAsync();
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            arrived.Digest = Convert.ToHexStringLower(hash.GetHashAndReset());
            return arrived;
        }
        catch
        {
            await arrived.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Puts it in its place, over a file of the same content where there is one: a damaged file is whole again.</summary>
    public void Keep(ArrivedDocument arrived)
    {
        arrived.File.Flush(flushToDisk: true);
        var place = PlaceOf(arrived.Digest);
        MakeFolder(Path.GetDirectoryName(place)!);
        File.Move(arrived.File.Name, place, overwrite: true);
    }

    /// <summary>The document, after its digest was found to be still its own; null where the file is gone or another.</summary>
    public async Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            file = new FileStream(PlaceOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Chunk, useAsync: true);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) == digest)
        {
            file.Position = 0;
            return file;
        }

        await file.DisposeAsync();
        return null;
    }

    /// <summary>Every kept file last written before this, and those left over from uploads that broke off.</summary>
    public IEnumerable<FileInfo> FilesBefore(DateTimeOffset instant) => new DirectoryInfo(folder)
        .EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < instant.UtcDateTime);

    public static bool IsPlaced(FileInfo file) => file.Name.Length == 64 && file.Name.All(char.IsAsciiHexDigitLower);

    public string SetAside(FileInfo file)
    {
        var aside = Path.Combine(Arriving, $"{file.Name}.{Guid.NewGuid():N}");
        File.Move(file.FullName, aside);
        return aside;
    }

    /// <summary>By the first two digits, so that no folder gets too large.</summary>
    private string PlaceOf(string digest) => Path.Combine(folder, digest[..2], digest);

    private static string MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
        return path;
    }
}
