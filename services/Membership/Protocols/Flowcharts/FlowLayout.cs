namespace Membership.Protocols.Flowcharts;

/// <summary>
/// Where boxes stand: in layers from top to bottom, each below all that lead to it. An arrow that passes a layer gets a
/// lane of its own there, so that none runs through a box.
/// </summary>
internal sealed class FlowLayout
{
    public const int BoxWidth = 300;
    private const int LaneWidth = 30;
    private const int Gap = 36;
    private const int Margin = 24;
    private const int Sweeps = 4;

    private readonly Dictionary<string, Placed> boxes = [];

    private FlowLayout()
    {
    }

    public double Width { get; private set; }
    public double Height { get; private set; }
    public IReadOnlyList<FlowRoute> Routes { get; private set; } = [];

    public Placed this[string key] => boxes[key];

    /// <param name="heights">How high each box is.</param>
    /// <param name="top">Room above.</param>
    /// <param name="layerGap">Room between layers, for arrows and what is written on them.</param>
    public static FlowLayout Of(FlowGraph graph, IReadOnlyDictionary<string, double> heights, double top, double layerGap)
    {
        var layers = Layers(graph, heights, out var routes);
        for (var sweep = 0; sweep < Sweeps; sweep++) Untangle(layers, routes, down: sweep % 2 == 0);

        var layout = new FlowLayout { Width = (2 * Margin) + layers.Max(WidthOf) };
        var y = top;
        foreach (var layer in layers)
        {
            var height = layer.Max(item => item.Height);
            var x = (layout.Width - WidthOf(layer)) / 2;
            foreach (var item in layer)
            {
                // A lane is as high as its layer; a box stands at the top of it.
                if (item.Key is null) item.Height = height;
                (item.X, item.Y, item.LayerBottom) = (x + (item.Width / 2), y, y + height);
                x += item.Width + Gap;
                if (item.Key is not null) layout.boxes[item.Key] = item;
            }

            y += height + layerGap;
        }

        layout.Height = y - layerGap + Margin;
        layout.Routes = routes;
        return layout;
    }

    private static List<List<Placed>> Layers(FlowGraph graph, IReadOnlyDictionary<string, double> heights, out List<FlowRoute> routes)
    {
        var depth = Depths(graph);
        var layers = Enumerable.Range(0, depth.Values.Max() + 1).Select(_ => new List<Placed>()).ToList();
        var placed = graph.Nodes.ToDictionary(node => node.Key, node => new Placed(node.Key, BoxWidth) { Height = heights[node.Key] });
        foreach (var node in graph.Nodes) layers[depth[node.Key]].Add(placed[node.Key]);

        routes = [];
        foreach (var edge in graph.Edges)
        {
            var passed = new List<Placed> { placed[edge.From] };
            for (var layer = depth[edge.From] + 1; layer < depth[edge.To]; layer++)
            {
                var lane = new Placed(null, LaneWidth);
                layers[layer].Add(lane);
                passed.Add(lane);
            }

            passed.Add(placed[edge.To]);
            routes.Add(new FlowRoute(edge, passed));
        }

        return layers;
    }

    /// <summary>The longest way from the start; there are no circles.</summary>
    private static Dictionary<string, int> Depths(FlowGraph graph)
    {
        var depth = graph.Nodes.ToDictionary(node => node.Key, _ => 0);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var edge in graph.Edges.Where(edge => depth[edge.To] <= depth[edge.From]))
            {
                depth[edge.To] = depth[edge.From] + 1;
                changed = true;
            }
        }

        return depth;
    }

    /// <summary>Each layer in the order of the middle of what it is joined to in the layer before or behind.</summary>
    private static void Untangle(List<List<Placed>> layers, List<FlowRoute> routes, bool down)
    {
        var joints = routes.SelectMany(route => route.Passed.Zip(route.Passed.Skip(1))).ToList();
        var joined = down
            ? joints.ToLookup(joint => joint.Second, joint => joint.First)
            : joints.ToLookup(joint => joint.First, joint => joint.Second);
        var places = layers.SelectMany(layer => layer.Select((item, index) => (item, Place: index / (double)layer.Count)))
            .ToDictionary(item => item.item, item => item.Place);
        for (var index = 0; index < layers.Count; index++)
        {
            var layer = down ? layers[index] : layers[^(index + 1)];
            var ordered = layer.OrderBy(item => joined[item].Any() ? joined[item].Average(other => places[other]) : places[item]).ToList();
            layer.Clear();
            layer.AddRange(ordered);
            for (var place = 0; place < layer.Count; place++) places[layer[place]] = place / (double)layer.Count;
        }
    }

    private static double WidthOf(List<Placed> layer) => layer.Sum(item => item.Width) + (Gap * (layer.Count - 1));
}

/// <summary>A box, or the lane of an arrow that passes its layer: the middle of its upper side, and its size.</summary>
internal sealed class Placed(string? key, double width)
{
    public string? Key => key;
    public double Width => width;
    public double Height { get; set; }
    public double LayerBottom { get; set; }
    public double X { get; set; }
    public double Y { get; set; }
}

/// <summary>An arrow, and what it goes from, passes and goes to.</summary>
internal sealed record FlowRoute(FlowEdge Edge, IReadOnlyList<Placed> Passed);
