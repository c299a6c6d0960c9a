using System.Buffers.Text;
using System.Collections.Frozen;
using System.IO.Compression;

namespace Membership.Documents;

/// <summary>
/// What a PDF would do besides being read: run a script, start a program, send or fetch something, bring other files along.
/// Looked for by the names that stand for it, in every object wherever it lies, as readers find objects by their offsets: in
/// what is another object's text or stream, too. Bytes of pictures and fonts are no objects.
/// </summary>
internal sealed class PdfContent
{
    private const string Active = "The PDF runs something, or opens or carries other files. Print it to a plain PDF, and send that.";
    private const string Locked = "The PDF is encrypted: what is in it cannot be checked. Send it without a password.";
    private const string Hidden = "Parts of the PDF cannot be looked into. Print it to a plain PDF, and send that.";

    private const int MostUnpacked = 16 * 1024 * 1024;

    private static readonly FrozenSet<string> Doing = new[]
    {
        "JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "RichMedia", "RichMediaExecute", "XFA",
        "EmbeddedFile", "EmbeddedFiles", "EF",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OtherFilters = new[]
    {
        "LZWDecode", "LZW", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "RunLengthDecode", "RL", "Crypt", "Predictor",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly byte[] file;
    private int unpacked;

    /// <summary>Each byte is in one object, or in a few; in more where somebody would keep us busy.</summary>
    private long budget;

    private PdfContent(byte[] file) => (this.file, budget) = (file, 4L * file.Length);

    /// <summary>A sentence for the sender; null where nothing is wrong.</summary>
    public static string? FaultOf(Stream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        return new PdfContent(bytes).Fault();
    }

    private string? Fault()
    {
        ReadOnlySpan<byte> bytes = file;
        for (int at = 0, found; (found = bytes[at..].IndexOf("obj"u8)) >= 0;)
        {
            var head = at + found;
            at = head + 3;
            if (BeginsObject(bytes, head) && FaultAt(bytes, at) is { } fault) return fault;
            if (budget < 0) return Hidden;
        }

        for (int at = 0, found; (found = bytes[at..].IndexOf("trailer"u8)) >= 0;)
        {
            at += found + 7;
            if (FaultAt(bytes, at) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>Behind a number, and what follows is a dictionary, an array or a name: other objects do nothing.</summary>
    private bool BeginsObject(ReadOnlySpan<byte> bytes, int head)
    {
        if (head == 0 || !FollowsNumber(bytes[..head])) return false;

        var tokens = new PdfTokens(bytes, head + 3);
        var begins = tokens.MoveNext() && (tokens.Name is not null || tokens.Depth > 0);
        budget -= tokens.At - head;
        return begins;
    }

    private static bool FollowsNumber(ReadOnlySpan<byte> before)
    {
        if (char.IsAsciiDigit((char)before[^1])) return true;
        if (!PdfTokens.IsSpace(before[^1])) return false;

        var written = before.TrimEnd("\0\t\n\f\r "u8);
        if (written.IsEmpty || char.IsAsciiDigit((char)written[^1])) return !written.IsEmpty;
        // A comment may stand between, to the end of its line.
        return written.Length < before.Length && before[written.Length..].IndexOfAny((byte)'\r', (byte)'\n') >= 0
            && written[(written.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..].Contains((byte)'%');
    }

    private string? FaultAt(ReadOnlySpan<byte> bytes, int begin)
    {
        var tokens = new PdfTokens(bytes, begin);
        var (packs, named) = (new Packing(), "");
        while (tokens.MoveNext())
        {
            if (tokens.Name is { } name)
            {
                if (Doing.Contains(name)) return Active;
                if (name == "Encrypt") return Locked;
                packs.See(name);
            }
            else if (named == "First" && Utf8Parser.TryParse(tokens.Word, out int first, out _))
            {
                packs.SeeFirst(first);
            }

            named = tokens.Name ?? "";
            if (tokens.Depth <= 0) break;
        }

        var packed = packs.Objects && tokens.MoveNext() && tokens.Word.SequenceEqual("stream"u8);
        budget -= tokens.At - begin;
        return budget < 0 ? Hidden : packed ? FaultInPacked(bytes, tokens.At, packs) : null;
    }

    /// <summary>Objects within a stream: where each begins says its head.</summary>
    private string? FaultInPacked(ReadOnlySpan<byte> bytes, int begin, Packing packs)
    {
        if (!packs.CanBeRead || bytes != file || Unpack(begin) is not { } objects) return Hidden;

        budget += 4L * objects.Length;
        var head = new PdfTokens(objects, 0);
        while (head.At < packs.First && head.MoveNext() && head.MoveNext() && Utf8Parser.TryParse(head.Word, out int offset, out _))
        {
            var at = (long)packs.First + offset;
            if (at >= 0 && at < objects.Length && FaultAt(objects, (int)at) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>Null where that fails, or there is more than anybody writes.</summary>
    private byte[]? Unpack(int begin)
    {
        // Behind the word comes the end of a line.
        if (begin < file.Length && file[begin] == '\r') begin++;
        if (begin < file.Length && file[begin] == '\n') begin++;
        using var inflated = new ZLibStream(new MemoryStream(file, begin, file.Length - begin), CompressionMode.Decompress);
        using var objects = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = inflated.Read(buffer)) > 0; objects.Write(buffer, 0, read))
            {
                if ((unpacked += read) > MostUnpacked) return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return objects.ToArray();
    }

    /// <summary>What a stream's dictionary says of objects that are packed in it.</summary>
    private sealed class Packing
    {
        private bool called;
        private bool counted;
        private bool flate;
        private bool other;
        private int firsts;

        /// <summary>By its type, or by what only such a stream has: not every reader asks for the type.</summary>
        public bool Objects => called || (counted && firsts > 0);

        public bool CanBeRead => flate && !other && firsts == 1 && First >= 0;

        public int First { get; private set; } = -1;

        public void See(string name)
        {
            called |= name == "ObjStm";
            counted |= name == "N";
            flate |= name is "FlateDecode" or "Fl";
            other |= OtherFilters.Contains(name);
            if (name == "First") firsts++;
        }

        public void SeeFirst(int first) => First = first;
    }
}
