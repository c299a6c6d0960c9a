using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Membership.Documents;

/// <summary>A file in a zip, as the zip's own directory tells.</summary>
/// <param name="Method">0 stored, 8 deflated; nothing else is read.</param>
/// <param name="Size">Expanded. It may be a lie: <see cref="Expand"/> tells.</param>
internal sealed record ZipPart(string Name, int Method, long Packed, long Size, long Offset)
{
    private const int EndBytes = 22;
    private const int HeadBytes = 46;
    private const int LocalBytes = 30;
    private const int MostDirectory = 512 * 1024;

    /// <summary>
    /// The zip's directory, read by hand: the framework's reader believes the sizes that it tells, and takes in as many
    /// entries as there are. Null where it is not whole, too long, split, encrypted, or of the 64-bit kind.
    /// </summary>
    public static IReadOnlyList<ZipPart>? Directory(Stream file, int most)
    {
        if (file.Length < EndBytes) return null;
        Span<byte> end = stackalloc byte[EndBytes];
        file.Position = file.Length - EndBytes;
        file.ReadExactly(end);
        var (count, length, start) = (Word(end, 10), Long(end, 12), Long(end, 16));
        if (!end.StartsWith("PK\x05\x06"u8) || count > most || length > MostDirectory || start + length != file.Length - EndBytes) return null;

        var directory = new byte[length];
        file.Position = start;
        file.ReadExactly(directory);
        var parts = new List<ZipPart>();
        for (var at = 0; at < directory.Length;)
        {
            var head = directory.AsSpan(at);
            if (parts.Count == count || head.Length < HeadBytes || !head.StartsWith("PK\x01\x02"u8) || (Word(head, 8) & 1) != 0) return null;
            var name = Word(head, 28);
            at += HeadBytes + name + Word(head, 30) + Word(head, 32);
            if (at > directory.Length) return null;
            parts.Add(new(Encoding.UTF8.GetString(head.Slice(HeadBytes, name)), Word(head, 10), Long(head, 20), Long(head, 24), Long(head, 42)));
        }

        return parts.Count == count ? parts : null;
    }

    /// <summary>Its content, expanded as far as asked and no further; null where it is not what the directory says.</summary>
    public Stream? Expand(Stream file)
    {
        Span<byte> local = stackalloc byte[LocalBytes];
        if (Method is not (0 or 8) || Offset + LocalBytes > file.Length) return null;
        file.Position = Offset;
        file.ReadExactly(local);
        var start = Offset + LocalBytes + Word(local, 26) + Word(local, 28);
        if (!local.StartsWith("PK\x03\x04"u8) || start + Packed > file.Length) return null;
        var packed = new Slice(file, start, Packed);
        return Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
