using System.IO.Compression;
using System.Text;

namespace Membership.Tests.Documents;

/// <summary>PDFs as they are written, well or ill.</summary>
internal static class SomePdf
{
    private const string Catalog = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";
    private const string Script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

    public static IEnumerable<(string What, byte[] Bytes)> Doing =>
    [
        ("a script on opening", File($"1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction {Script} >>\nendobj\n")),
        ("a script of its own", File($"{Catalog}7 0 obj\r\n{Script}\r\nendobj\n")),
        ("an escaped name", File($"{Catalog}7 0 obj << /S /J#61vaScript /#4a#53 (x) >> endobj\n")),
        ("a script by name elsewhere", File($"{Catalog}7 0 obj << /S 8 0 R >> endobj 8 0 obj /JavaScript endobj\n")),
        ("behind a comment", File($"{Catalog}7 0%\nobj%\n<< % >> endobj\n/S/JavaScript>> endobj\n")),
        ("behind a text with the end of an object", File($"{Catalog}7 0 obj << /T (\\) endobj) /H <65> /Next [ {Script} ] >> endobj\n")),
        ("in another object's text", File($"{Catalog}7 0 obj << /T ( 8 0 obj {Script} endobj ) >> endobj\n")),
        ("in another object's stream", File($"{Catalog}7 0 obj << /Length 90 >> stream\n 8 0 obj {Script} endobj\nendstream endobj\n")),
        ("in the trailer", File(Catalog, $"trailer << /Root << /Type /Catalog /OpenAction {Script} >> >>\n")),
        ("a program", File($"{Catalog}7 0 obj << /S /Launch /F (calc.exe) >> endobj\n")),
        ("a form that is sent", File($"{Catalog}7 0 obj << /S /SubmitForm /F (https://forms.example) >> endobj\n")),
        ("another document", File($"{Catalog}7 0 obj << /S /GoToR /F (other.pdf) /D [0 /Fit] >> endobj\n")),
        ("a form of XML", File($"{Catalog}7 0 obj << /XFA 8 0 R >> endobj\n")),
        ("a film", File($"{Catalog}7 0 obj << /Subtype /RichMedia >> endobj\n")),
        ("a file within", File($"{Catalog}7 0 obj << /Type /EmbeddedFile /Length 1 >> stream\n1\nendstream endobj\n")),
        ("encrypted", File(Catalog, "trailer << /Root 1 0 R /Encrypt 9 0 R >>\n")),
        ("packed", File(Catalog, Packed($"7 0 {Script}", 4))),
        ("packed in a text", File(Catalog, Packed($"7 2 ( {Script} )", 4))),
        ("packed without its type", File(Catalog, Packed($"7 0 {Script}", 4, type: ""))),
        ("packed twice", File(Catalog, Packed("7 0 << >>", 4, more: "/Filter [/ASCIIHexDecode /FlateDecode]"))),
        ("packed with two beginnings", File(Catalog, Packed($"7 0 {Script}", 4, more: "/First 90"))),
        ("packed and spoilt", File(Catalog, Encoding.Latin1.GetBytes("5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length 9 >> stream\nno deflate\nendstream endobj\n"))),
        ("packed without end", File(Catalog, Packed(new string(' ', 17 * 1024 * 1024), 4))),
        ("texts without end", File(Catalog, string.Concat(Enumerable.Repeat("1obj(", 400_000)))),
        ("comments without end", File(Catalog, string.Concat(Enumerable.Repeat("1obj%", 400_000)))),
        ("streams without end", File(Catalog, string.Concat(Enumerable.Repeat("1obj<</ObjStm>>(", 200_000)))),
        ("objects without end", File(Catalog, string.Concat(Enumerable.Repeat("7 0 obj << ", 100_000)))),
    ];

    public static IEnumerable<(string What, byte[] Bytes)> Plain =>
    [
        ("a destination on opening", File("1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] /URI << >> >>\nendobj\n4 0 obj << /S /GoTo /D [3 0 R /XYZ 0 0 0] >> endobj\n")),
        ("words in a text", File($"{Catalog}7 0 obj << /Title (How to /Launch /JavaScript and /JS) /A << /S /URI /URI (https://harbor.example/JS) >> >> endobj\n")),
        ("names that only begin so", File($"{Catalog}7 0 obj << /JSNumber 1 /Launched 2 /XFAB 3 >> endobj\n")),
        ("a picture whose bytes say it", File($"{Catalog}7 0 obj << /Type /XObject /Length 40 >> stream\n/JS /JavaScript /Launch obj << /JS \nendstream endobj\n")),
        ("packed", File(Catalog, Packed("7 0 8 9 << /A 1 >> << /Title (About /JavaScript) >>", 8))),
        ("a color profile and outlines", File($"{Catalog}7 0 obj << /N 3 /Length 1 >> stream\n1\nendstream endobj 8 0 obj << /First 9 0 R /Count 1 >> endobj\n")),
    ];

    private static byte[] Packed(string objects, int first, string type = "/Type /ObjStm", string more = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes(objects));
        return
        [
            .. Encoding.Latin1.GetBytes($"5 0 obj\n<< {type} /N 1 /First {first} /Filter /FlateDecode {more} /Length {packed.Length} >>\nstream\r\n"),
            .. packed.ToArray(), .. "\nendstream\nendobj\n"u8,
        ];
    }

    private static byte[] File(string objects, string more = "") => File(objects, Encoding.Latin1.GetBytes(more));

    private static byte[] File(string objects, byte[] more) =>
        [.. "%PDF-1.7\n%\u00e2\u00e3\n"u8, .. Encoding.Latin1.GetBytes(objects), .. more, .. "\nstartxref\n9\n%%EOF\n"u8];
}
