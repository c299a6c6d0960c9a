using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Protocols;

[Collection(MembershipThatMeets.Name)]
public sealed partial class FlowchartTests(MembershipService service)
{
    private const string Hostile = "</title><script>alert(1)</script> \"]; click n1 \"javascript:x\" %% & <b> #quot; `end` --> ‮x 安全な場所へ";

    [Fact]
    public async Task Both_drawings_have_the_same_boxes_and_arrows_and_no_text_becomes_markup()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var hostile = await scene.MemberAsync("Open <Door> & \"Sons\" --> [x]");
        var protocol = await scene.InForceAsync(
            Step("police", scene.Police, scene.Detective, title: Hostile, next: [new { step = "shelter" }, new { step = "clinic", when = "NotAnswered" }]),
            Step("shelter", scene.Shelter, title: "Call a shelter", backups: [Contact(hostile)], next: [new { step = "debrief", when = "Answered" }]),
            Step("clinic", hostile, title: new string('x', 120), when: new { minors = "Yes", languages = new[] { "tha" } }),
            Step("debrief", scene.Police, title: "Debrief"));

        var answer = await scene.Person(scene.Advocate).GetAsync($"{scene.Version(protocol.Id)}/flowchart.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        using var strict = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var svg = XDocument.Load(strict);
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", svg.Root!.Name);
        Assert.Subset(
            new HashSet<string> { "svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text", "tspan" },
            svg.Descendants().Select(element => element.Name.LocalName).ToHashSet());
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute =>
            attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.LocalName is "href" or "style");
        Assert.NotEmpty(svg.Root.Element(ns + "desc")!.Value);

        var nodes = svg.Descendants(ns + "g").Where(group => (string?)group.Attribute("class") == "node").ToList();
        var titles = nodes.ToDictionary(node => (string)node.Attribute("data-key")!, node => node.Element(ns + "title")!.Value);
        Assert.Contains("</title><script>alert(1)</script>", titles["police"], StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', text);
        var arrows = svg.Descendants(ns + "g").Where(group => (string?)group.Attribute("class") == "edge").Select(edge => (
            titles[(string)edge.Attribute("data-from")!], titles[(string)edge.Attribute("data-to")!], edge.Element(ns + "text")?.Value ?? "")).ToList();
        Assert.Equal(4, arrows.Count);

        var mermaid = await (await scene.Coordinator.GetAsync($"{scene.Version(protocol.Id)}/flowchart.mmd")).Content.ReadAsStringAsync();
        var (names, drawn) = Read(mermaid);
        Assert.Equal(titles.Values, names.Values);
        Assert.Equal(arrows, drawn.Select(arrow => (names[arrow.From], names[arrow.To], arrow.Label)));
    }

    [Theory]
    [InlineData(null, "image/svg+xml")]
    [InlineData("*/*", "image/svg+xml")]
    [InlineData("text/html, image/*;q=0.8", "image/svg+xml")]
    [InlineData("text/vnd.mermaid", "text/vnd.mermaid")]
    [InlineData("text/plain; charset=utf-8", "text/plain")]
    [InlineData("image/svg+xml;q=0.5, text/plain;q=0.9", "text/plain")]
    [InlineData("*/*, image/svg+xml;q=0", "text/vnd.mermaid")]
    [InlineData("application/json", null)]
    [InlineData("image/svg+xml;q=0", null)]
    public async Task Accept_chooses_between_the_picture_and_the_text(string? accept, string? expected)
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("police", scene.Police, scene.Detective));
        var path = $"{scene.Version(protocol.Id)}/flowchart";
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.Add("Accept", accept);
        var answer = await scene.Person(scene.Advocate).SendAsync(request);
        Assert.Equal("Accept", answer.Headers.Vary.Single());
        if (expected is null)
        {
            Assert.Equal("not-acceptable", await answer.ProblemAsync(HttpStatusCode.NotAcceptable));
            return;
        }

        Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var same = await scene.Coordinator.GetStringAsync($"{path}{(expected == "image/svg+xml" ? ".svg" : ".mmd")}");
        Assert.Equal(same, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Line by line: whatever is neither a box nor an arrow of the one form that is written fails.</summary>
    private static (Dictionary<string, string> Names, List<(string From, string To, string Label)> Arrows) Read(string mermaid)
    {
        var (names, arrows) = (new Dictionary<string, string>(), new List<(string, string, string)>());
        var lines = mermaid.TrimEnd('\n').Split('\n');
        Assert.Equal("flowchart TD", lines[0]);
        Assert.Matches(@"\A  accTitle: [^<>{}\[\]""#;]+\z", lines[1]);
        foreach (var line in lines[2..])
        {
            if (Box().Match(line) is { Success: true } box) names.Add(box.Groups[1].Value, Plain(box.Groups[2].Value.Split("<br/>")[0]));
            else if (Arrow().Match(line) is { Success: true } arrow) arrows.Add((arrow.Groups[1].Value, arrow.Groups[3].Value, Plain(arrow.Groups[2].Value)));
            else Assert.Fail($"Neither a box nor an arrow: {line}");
        }

        return (names, arrows);
    }

    private static string Plain(string label) =>
        Entity().Replace(label, entity => char.ConvertFromUtf32(int.Parse(entity.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

    [GeneratedRegex("""\A  (n\d+)\["((?:[^"<>&`]|<br/>)+)"\]\z""")]
    private static partial Regex Box();

    [GeneratedRegex("""\A  (n\d+) -->(?:\|"([^"<>&`]+)"\|)? (n\d+)\z""")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"#(\d+);")]
    private static partial Regex Entity();
}
