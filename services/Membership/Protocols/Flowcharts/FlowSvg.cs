using System.Globalization;
using System.Xml.Linq;

namespace Membership.Protocols.Flowcharts;

/// <summary>
/// The flowchart as a picture. Built as a tree of XML, so that no text can become markup; without styles, scripts and
/// links, so that it is shown under any policy.
/// </summary>
internal static class FlowSvg
{
    private const int LineHeight = 19;
    private const int Padding = 14;
    private const int CharactersInLine = 40;
    private const int CharactersInTitle = 36;
    private const int LayerGap = 74;
    private const int Heading = 76;
    private const string Ink = "#1e293b";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Write(FlowGraph graph)
    {
        var boxes = graph.Nodes.ToDictionary(node => node.Key, Lines);
        var layout = FlowLayout.Of(graph, boxes.ToDictionary(box => box.Key, box => (2 * Padding) + (box.Value.Count * (double)LineHeight) - 4), Heading, LayerGap);
        var root = new XElement(Svg + "svg",
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title desc"), new XAttribute(XNamespace.Xml + "lang", "en"),
            new XAttribute("width", Number(layout.Width)), new XAttribute("height", Number(layout.Height)),
            new XAttribute("viewBox", $"0 0 {Number(layout.Width)} {Number(layout.Height)}"),
            new XAttribute("font-family", "Helvetica, Arial, sans-serif"), new XAttribute("font-size", "14"),
            new XElement(Svg + "title", new XAttribute("id", "title"), graph.Title),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), Describe(graph)),
            new XElement(Svg + "defs", new XElement(Svg + "marker",
                new XAttribute("id", "arrow"), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", "9"), new XAttribute("refY", "5"),
                new XAttribute("markerWidth", "8"), new XAttribute("markerHeight", "8"), new XAttribute("orient", "auto-start-reverse"),
                new XElement(Svg + "path", new XAttribute("d", "M 0 0 L 10 5 L 0 10 z"), new XAttribute("fill", Ink)))),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")),
            HeadingOf(graph.Title, layout.Width),
            layout.Routes.Select(route => FlowArrow.Draw(Svg, route, layout.Routes)),
            graph.Nodes.Select(node => Box(node, boxes[node.Key], layout[node.Key])));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement HeadingOf(string title, double width)
    {
        var lines = WrappedText.Wrap(title, Math.Max(30, (int)(width / 9.5)));
        var shown = lines.Count <= 2 ? lines : [lines[0], $"{lines[1]} …"];
        return new XElement(Svg + "text",
            new XAttribute("y", "30"), new XAttribute("text-anchor", "middle"), new XAttribute("font-size", "17"),
            new XAttribute("font-weight", "700"), new XAttribute("fill", Ink),
            shown.Select((line, index) => new XElement(Svg + "tspan",
                new XAttribute("x", Number(width / 2)), new XAttribute("dy", index == 0 ? "0" : "22"), line)));
    }

    private static XElement Box(FlowNode node, IReadOnlyList<BoxLine> lines, Placed place)
    {
        var start = node.Key == FlowGraph.StartKey;
        var left = place.X - (FlowLayout.BoxWidth / 2.0);
        return new XElement(Svg + "g", new XAttribute("class", "node"), new XAttribute("data-key", node.Key),
            new XElement(Svg + "title", node.Title),
            new XElement(Svg + "rect",
                new XAttribute("x", Number(left)), new XAttribute("y", Number(place.Y)), new XAttribute("width", FlowLayout.BoxWidth),
                new XAttribute("height", Number(place.Height)), new XAttribute("rx", start ? "22" : "6"),
                new XAttribute("fill", start ? "#dbeafe" : "#f8fafc"), new XAttribute("stroke", Ink), new XAttribute("stroke-width", "1.5")),
            new XElement(Svg + "text", new XAttribute("y", Number(place.Y + Padding + 10)), new XAttribute("fill", Ink),
                lines.Select((line, index) => new XElement(Svg + "tspan",
                    new XAttribute("x", Number(left + Padding)), new XAttribute("dy", index == 0 ? 0 : LineHeight),
                    line.IsTitle ? new XAttribute("font-weight", "700") : null,
                    line.Lead.Length == 0 ? line.Rest : new object[] { new XElement(Svg + "tspan", new XAttribute("font-weight", "700"), line.Lead), line.Rest }))));
    }

    private static List<BoxLine> Lines(FlowNode node) =>
    [
        .. WrappedText.Wrap(node.Title, CharactersInTitle).Select(line => new BoxLine("", line, IsTitle: true)),
        .. node.Lines.SelectMany(line => WrappedText.Wrap(line, CharactersInLine).Select((part, index) => BoxLine.Of(part, first: index == 0))),
    ];

    /// <summary>What the picture shows, for those who hear it.</summary>
    private static string Describe(FlowGraph graph)
    {
        var titles = graph.Nodes.ToDictionary(node => node.Key, node => node.Title);
        return string.Join(" ", graph.Nodes.Select(node =>
        {
            var next = graph.Edges.Where(edge => edge.From == node.Key)
                .Select(edge => edge.Label.Length == 0 ? titles[edge.To] : $"{edge.Label}: {titles[edge.To]}").ToList();
            return $"{string.Join(". ", node.Lines.Prepend(node.Title))}. {(next.Count == 0 ? "Ends here." : $"Leads to: {string.Join("; ", next)}.")}";
        }));
    }

    internal static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <param name="Lead">The word before the colon, which is set in bold.</param>
    private sealed record BoxLine(string Lead, string Rest, bool IsTitle)
    {
        public static BoxLine Of(string text, bool first) =>
            first && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? new(text[..(colon + 1)], text[(colon + 1)..], false) : new("", text, false);
    }
}
