using System.Text;
using System.Xml.Linq;
using static Membership.Protocols.Flowcharts.FlowSvg;

namespace Membership.Protocols.Flowcharts;

/// <summary>One arrow of the picture, with what is written on it. What is meant for "no answer" is dashed as well as labelled.</summary>
internal static class FlowArrow
{
    private const double PortWidth = 220;

    public static XElement Draw(XNamespace svg, FlowRoute route, IReadOnlyList<FlowRoute> all)
    {
        var (points, edge) = (Points(route, all), route.Edge);
        // Straight down past higher neighbours, before it turns.
        var path = new StringBuilder($"M {Number(points[0].X)} {Number(route.Passed[0].Y + route.Passed[0].Height)} L {Number(points[0].X)} {Number(points[0].Y)}");
        for (var point = 1; point < points.Count; point += 2)
        {
            var (from, to) = (points[point - 1], points[point]);
            var bend = (to.Y - from.Y) / 2;
            path.Append(System.Globalization.CultureInfo.InvariantCulture,
                $" C {Number(from.X)} {Number(from.Y + bend)} {Number(to.X)} {Number(to.Y - bend)} {Number(to.X)} {Number(to.Y)}");
            if (point + 1 < points.Count) path.Append(System.Globalization.CultureInfo.InvariantCulture, $" L {Number(points[point + 1].X)} {Number(points[point + 1].Y)}");
        }

        return new XElement(svg + "g",
            new XAttribute("class", "edge"), new XAttribute("data-from", edge.From), new XAttribute("data-to", edge.To),
            new XElement(svg + "path",
                new XAttribute("d", path), new XAttribute("fill", "none"), new XAttribute("stroke", "#1e293b"), new XAttribute("stroke-width", "1.8"),
                edge.Label == StepText.Of(Steps.NextStepWhen.NotAnswered) ? new XAttribute("stroke-dasharray", "6 4") : null,
                new XAttribute("marker-end", "url(#arrow)")),
            edge.Label.Length == 0 ? null : Label(svg, edge.Label, (points[0].X + points[1].X) / 2, (points[0].Y + points[1].Y) / 2));
    }

    private static object[] Label(XNamespace svg, string text, double x, double y)
    {
        var width = (WrappedText.WidthOf(text) * 7.5) + 10;
        return
        [
            new XElement(svg + "rect",
                new XAttribute("x", Number(x - (width / 2))), new XAttribute("y", Number(y - 11)), new XAttribute("width", Number(width)),
                new XAttribute("height", "22"), new XAttribute("rx", "4"), new XAttribute("fill", "#ffffff")),
            new XElement(svg + "text",
                new XAttribute("x", Number(x)), new XAttribute("y", Number(y + 5)), new XAttribute("text-anchor", "middle"),
                new XAttribute("font-style", "italic"), new XAttribute("fill", "#1e293b"), text),
        ];
    }

    /// <summary>In pairs: out of a box or lane, and into the next. Several arrows at one box stand beside each other.</summary>
    private static List<(double X, double Y)> Points(FlowRoute route, IReadOnlyList<FlowRoute> all)
    {
        var points = new List<(double, double)>();
        for (var place = 0; place + 1 < route.Passed.Count; place++)
        {
            var (from, to) = (route.Passed[place], route.Passed[place + 1]);
            points.Add((from.Key is null ? from.X : Port(from, route, all.Where(other => other.Passed[0] == from).OrderBy(other => other.Passed[1].X)), from.LayerBottom));
            points.Add((to.Key is null ? to.X : Port(to, route, all.Where(other => other.Passed[^1] == to).OrderBy(other => other.Passed[^2].X)), to.Y));
        }

        return points;
    }

    private static double Port(Placed box, FlowRoute arrow, IEnumerable<FlowRoute> arrows)
    {
        var beside = arrows.ToList();
        return box.X - (PortWidth / 2) + (PortWidth * (beside.FindIndex(other => ReferenceEquals(other, arrow)) + 1) / (beside.Count + 1));
    }
}
