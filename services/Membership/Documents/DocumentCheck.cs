using System.Text;

namespace Membership.Documents;

/// <summary>
/// What a file is by its content, whatever its name or sender says, and what is wrong with it. What it says is not
/// looked at, and never repeated; what it would do when it is opened, is.
/// </summary>
/// <param name="Type">Null where it is none of those that are kept.</param>
/// <param name="Fault">A sentence for the sender; null where nothing is wrong.</param>
internal readonly record struct DocumentCheck(DocumentType? Type, string? Fault)
{
    private const int TailBytes = 1024;

    public static DocumentCheck Of(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..read];
        if (IsPdf(head)) return new(DocumentType.Pdf, EndsAsPdf(file) ? PdfContent.FaultOf(file) : "The PDF is not whole: its end is missing.");
        return head.StartsWith("PK\x03\x04"u8) ? WordPackage.Check(file) : default;
    }

    /// <summary><c>%PDF-1.7</c> at the very beginning: what stands before it could be another file.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> head) => head.Length == 8 && head.StartsWith("%PDF-"u8)
        && head[5] is (byte)'1' or (byte)'2' && head[6] == '.' && char.IsAsciiDigit((char)head[7]);

    /// <summary><c>startxref</c>, <c>%%EOF</c>, and nothing behind it but the end of a line.</summary>
    private static bool EndsAsPdf(Stream file)
    {
        file.Position = Math.Max(0, file.Length - TailBytes);
        var tail = new byte[TailBytes];
        var text = Encoding.Latin1.GetString(tail, 0, file.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false)).TrimEnd('\r', '\n', ' ', '\0');
        return text.EndsWith("%%EOF", StringComparison.Ordinal) && text.Contains("startxref", StringComparison.Ordinal);
    }
}
