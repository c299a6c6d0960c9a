using System.Text;

namespace Membership.Protocols.Flowcharts;

/// <summary>The flowchart as Mermaid text. Boxes have names of this file's own making, and all texts are quoted and escaped.</summary>
internal static class Mermaid
{
    public static string Write(FlowGraph graph)
    {
        var names = graph.Nodes.Select((node, index) => (node.Key, Name: $"n{index}")).ToDictionary(node => node.Key, node => node.Name);
        var text = new StringBuilder("flowchart TD\n").Append("  accTitle: ").Append(OneLine(graph.Title)).Append('\n');
        foreach (var node in graph.Nodes)
        {
            var label = string.Join("<br/>", node.Lines.Prepend(node.Title).Select(Escape));
            text.Append("  ").Append(names[node.Key]).Append("[\"").Append(label).Append("\"]\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append("  ").Append(names[edge.From]).Append(" -->");
            if (edge.Label.Length > 0) text.Append("|\"").Append(Escape(edge.Label)).Append("\"|");
            text.Append(' ').Append(names[edge.To]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Everything that means something to Mermaid or to HTML becomes Mermaid's own entity.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '–' or '-' or '(' or ')' or '\'' or ':' or '/') escaped.Append(rune);
            else escaped.Append('#').Append(rune.Value).Append(';');
        }

        return escaped.ToString();
    }

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or ',' or '-' or '(' or ')' ? letter : ' '));
}
