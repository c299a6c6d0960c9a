namespace Membership.Documents;

/// <summary>A document on the disk that has no place yet: it is gone when disposed, unless it was kept.</summary>
internal sealed class ArrivedDocument(FileStream file) : IAsyncDisposable
{
    private readonly string path = file.Name;

    public FileStream File => file;

    /// <summary>SHA-256 of its content, in lower-case hexadecimal.</summary>
    public string Digest { get; set; } = "";

    public long Size => file.Length;

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        System.IO.File.Delete(path);
    }
}
