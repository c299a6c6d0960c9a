using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Membership.Agreements;
using Membership.Tests.Agreements;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Documents;

[Collection(MembershipThatMeets.Name)]
public sealed class DocumentTests(MembershipService service)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int Most = 20 * 1024 * 1024;

    private const string Types =
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    /// <summary>With a link to follow, and the template that the writer's word processor remembers.</summary>
    private static byte[] Linked => Zip(
        ("word/_rels/document.xml.rels", Link("hyperlink", "https://harbor.example/")), ("word/_rels/settings.xml.rels", Link("attachedTemplate", "file:///C:/Templates/Letter.dotx")));

    [Fact]
    public async Task A_document_comes_back_as_it_was_sent_under_its_digest()
    {
        var scene = await AgreementScene.StartAsync(service, members: 1);
        var draft = await scene.DraftAsync();
        foreach (var (bytes, type) in new[] { (AgreementScene.Document, AgreementScene.Pdf), (Zip(), Docx), (Linked, Docx), (LargePdf(Most), AgreementScene.Pdf) })
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var attached = await (await scene.AttachAsync(draft.Id, 1, bytes, type)).ReadAsync<DocumentView>();
            Assert.Equal(new DocumentView(digest, bytes.Length, type), attached);

            var read = await scene.AdminOf(0).GetAsync(scene.DocumentOf(draft.Id, 1));
            Assert.Equal((HttpStatusCode.OK, type, "attachment"), (read.StatusCode, read.Content.Headers.ContentType?.MediaType, read.Content.Headers.ContentDisposition?.DispositionType));
            Assert.Equal(($"\"{digest}\"", "nosniff"), (read.Headers.ETag?.Tag, read.Headers.GetValues("X-Content-Type-Options").Single()));
            var content = await read.Content.ReadAsByteArrayAsync();
            Assert.True(bytes.AsSpan().SequenceEqual(content));

            var again = new HttpRequestMessage(HttpMethod.Get, scene.DocumentOf(draft.Id, 1));
            again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{digest}\""));
            Assert.Equal(HttpStatusCode.NotModified, (await scene.Coordinator.SendAsync(again)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await scene.Scene.As(Roles.CaseWorker, taskForce: Guid.NewGuid()).GetAsync(scene.DocumentOf(draft.Id, 1))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Coordinator.GetAsync(scene.DocumentOf(draft.Id, 2))).StatusCode);
    }

    private static readonly (string What, string Type, HttpStatusCode Expected)[] Bad =
    [
        ("nothing", AgreementScene.Pdf, HttpStatusCode.BadRequest),
        ("text", AgreementScene.Pdf, HttpStatusCode.UnsupportedMediaType),
        ("a PDF", "text/plain", HttpStatusCode.UnsupportedMediaType),
        ("a PDF", Docx, HttpStatusCode.UnsupportedMediaType),
        ("a PDF behind something", AgreementScene.Pdf, HttpStatusCode.UnsupportedMediaType),
        ("a PDF cut short", AgreementScene.Pdf, HttpStatusCode.BadRequest),
        ("a PDF with something behind it", AgreementScene.Pdf, HttpStatusCode.BadRequest),
        ("a zip", Docx, HttpStatusCode.UnsupportedMediaType),
        ("a DOCX cut short", Docx, HttpStatusCode.BadRequest),
        ("a DOCX with macros", Docx, HttpStatusCode.BadRequest),
        ("a DOCM", Docx, HttpStatusCode.BadRequest),
        ("a DOCX with a remote template", Docx, HttpStatusCode.BadRequest),
        ("a DOCX with a remote picture", Docx, HttpStatusCode.BadRequest),
        ("a DOCX with a template on a share", Docx, HttpStatusCode.BadRequest),
        ("a DOCX whose links are no XML", Docx, HttpStatusCode.BadRequest),
        ("a DOCX that climbs", Docx, HttpStatusCode.BadRequest),
        ("a DOCX with a part twice", Docx, HttpStatusCode.BadRequest),
        ("a bomb", Docx, HttpStatusCode.BadRequest),
        ("a bomb that lies", Docx, HttpStatusCode.BadRequest),
        ("too many parts", Docx, HttpStatusCode.BadRequest),
        ("too much", AgreementScene.Pdf, HttpStatusCode.RequestEntityTooLarge),
    ];

    [Fact]
    public async Task What_is_no_whole_and_plain_document_is_refused()
    {
        var scene = await AgreementScene.StartAsync(service, members: 0);
        var draft = await scene.DraftAsync();
        foreach (var (what, type, expected) in Bad)
        {
            var answer = await scene.AttachAsync(draft.Id, 1, Make(what), type);
            Assert.Equal((what, expected), (what, answer.StatusCode));
            await answer.ProblemAsync(expected);
        }

        Assert.Null((await scene.ReadAsync(draft.Id)).Versions[0].Document);
    }

    [Fact]
    public async Task A_body_that_grows_too_large_on_the_way_is_refused_too()
    {
        var scene = await AgreementScene.StartAsync(service, members: 0);
        var draft = await scene.DraftAsync();
        using var content = new StreamContent(new MemoryStream(LargePdf(Most + 1)));
        content.Headers.ContentType = new MediaTypeHeaderValue(AgreementScene.Pdf);
        var request = new HttpRequestMessage(HttpMethod.Put, scene.DocumentOf(draft.Id, 1)) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        var answer = await scene.Coordinator.SendAsync(request);
        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("altered")]
    [InlineData("gone")]
    public async Task A_file_that_was_altered_or_lost_is_told_and_mended_by_the_very_same_document(string how)
    {
        var scene = await AgreementScene.StartAsync(service);
        var bytes = Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\nstartxref\n0\n%%EOF");
        var open = await scene.ReadyAsync();
        await scene.AttachAsync(open.Id, 1, bytes);
        await scene.DoAsync(open.Id, "opening");
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var file = Path.Combine(service.Provided.GetRequiredService<IConfiguration>()["Documents:Folder"]!, digest[..2], digest);
        if (how == "gone") File.Delete(file);
        else await File.AppendAllTextAsync(file, "x");

        var read = await scene.Coordinator.GetAsync(scene.DocumentOf(open.Id, 1));
        Assert.Equal("document-damaged", await read.ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("state-conflict", await (await scene.AttachAsync(open.Id, 1)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.OK, (await scene.AttachAsync(open.Id, 1, bytes)).StatusCode);
        Assert.Equal(bytes, await scene.Coordinator.GetByteArrayAsync(scene.DocumentOf(open.Id, 1)));
    }

    private static byte[] LargePdf(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        "%PDF-2.0\n"u8.CopyTo(bytes);
        "\nstartxref\n0\n%%EOF"u8.CopyTo(bytes.AsSpan(length - 18));
        return bytes;
    }

    private static byte[] Make(string what) => what switch
    {
        "nothing" => [],
        "text" => "Dear all, we agree."u8.ToArray(),
        "a PDF" => AgreementScene.Document,
        "a PDF behind something" => [.. "MZ"u8, .. AgreementScene.Document],
        "a PDF cut short" => AgreementScene.Document[..^8],
        "a PDF with something behind it" => [.. AgreementScene.Document, .. Zip()],
        "a zip" => Zip(("readme.txt", [1])),
        "a DOCX cut short" => Zip()[..^5],
        "a DOCX with macros" => Zip(("word/vbaProject.bin", [1])),
        "a DOCM" => Zip(types: Types.Replace("openxmlformats-officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main", StringComparison.Ordinal)),
        "a DOCX with a remote template" => Zip(("word/_rels/settings.xml.rels", Link("attachedTemplate", "https://templates.example/seen.dotm"))),
        "a DOCX with a remote picture" => Zip(("word/_rels/document.xml.rels", Link("image", "http://pictures.example/1.png"))),
        "a DOCX with a template on a share" => Zip(("word/_rels/settings.xml.rels", Link("attachedTemplate", @"\\templates.example\seen.dotm"))),
        "a DOCX whose links are no XML" => Zip(("word/_rels/settings.xml.rels", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"u8.ToArray())),
        "a DOCX that climbs" => Zip(("../../etc/passwd", [1])),
        "a DOCX with a part twice" => Zip(("WORD/document.xml", [1])),
        "a bomb" => Zip(("word/media/image1.bmp", new byte[101 * 1024 * 1024])),
        "a bomb that lies" => Lying(Zip(("word/media/image1.bmp", new byte[101 * 1024 * 1024]))),
        "too many parts" => Zip([.. Enumerable.Range(0, 2_001).Select(number => ($"word/{number}.xml", Array.Empty<byte>()))]),
        _ => LargePdf(Most + 1),
    };

    /// <summary>What a reader of PDFs would run, open or send; and where that is hidden.</summary>
    [Fact]
    public async Task A_PDF_that_does_something_is_refused_wherever_it_hides_that()
    {
        var scene = await AgreementScene.StartAsync(service, members: 0);
        var draft = await scene.DraftAsync();
        foreach (var (what, bytes) in SomePdf.Doing)
        {
            var answer = await scene.AttachAsync(draft.Id, 1, bytes, AgreementScene.Pdf);
            Assert.Equal((what, HttpStatusCode.BadRequest), (what, answer.StatusCode));
        }

        Assert.Null((await scene.ReadAsync(draft.Id)).Versions[0].Document);
        foreach (var (what, bytes) in SomePdf.Plain)
        {
            var answer = await scene.AttachAsync(draft.Id, 1, bytes, AgreementScene.Pdf);
            Assert.True(answer.IsSuccessStatusCode, $"{what}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static byte[] Link(string type, string target) => Encoding.UTF8.GetBytes(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" TargetMode=\"External\" "
        + $"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/></Relationships>");

    private static byte[] Zip(params (string Name, byte[] Content)[] parts) => Zip(Types, parts);

    private static byte[] Zip(string types, params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (parts is not [("readme.txt", _)])
                parts = [("[Content_Types].xml", Encoding.UTF8.GetBytes(types)), ("word/document.xml", "<document/>"u8.ToArray()), .. parts];
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Says of its largest part, in both places, that it is small.</summary>
    private static byte[] Lying(byte[] zip)
    {
        var said = BitConverter.GetBytes(101 * 1024 * 1024);
        for (int at; (at = zip.AsSpan().IndexOf(said)) >= 0;) BitConverter.GetBytes(1000).CopyTo(zip, at);
        return zip;
    }
}
