using System.Globalization;
using System.Text;
using Membership.Protocols.Steps;

namespace Membership.Protocols.Flowcharts;

/// <summary>
/// A protocol's steps as boxes and arrows: the one source of both drawings. Texts are as people wrote them; each drawing
/// escapes them in its own way.
/// </summary>
internal sealed record FlowGraph(string Title, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowEdge> Edges)
{
    public const string StartKey = "start";

    public static FlowGraph Of(ProtocolVersion version, IReadOnlyDictionary<Guid, string> agencies, IReadOnlyDictionary<Guid, string?> seatTitles)
    {
        var steps = version.InOrder().ToList();
        var follows = steps.SelectMany(step => step.Next).Select(next => next.Step).ToHashSet();
        var nodes = steps.Select((step, index) => new FlowNode(
            step.Key, Clean($"Step {(index + 1).ToString(CultureInfo.InvariantCulture)}: {step.Title}"), [.. StepText.LinesOf(step, Name).Select(Clean)]));
        var edges = steps.Where(step => !follows.Contains(step.Key)).Select(step => new FlowEdge(StartKey, step.Key, ""))
            .Concat(steps.SelectMany(step => step.Next.Select(next => new FlowEdge(step.Key, next.Step, StepText.Of(next.When)))));
        return new(
            Clean($"{version.Protocol.Title}, version {version.Number.ToString(CultureInfo.InvariantCulture)} ({version.State.ToString().ToLowerInvariant()})"),
            [new FlowNode(StartKey, "A possible case is seen", ["Identity only by a release"]), .. nodes], [.. edges]);

        string Name(StepContact contact)
        {
            var agency = agencies.GetValueOrDefault(contact.AgencyId) ?? "";
            return contact.SeatId is { } seat && seatTitles.GetValueOrDefault(seat) is { } title ? $"{agency} ({title})" : agency;
        }
    }

    /// <summary>Without what no drawing may hold: halves of characters, and marks that turn the order of letters around.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        rune != Rune.ReplacementChar && rune.Value is not (0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
        && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control));
}

/// <summary>A box: a step, or where it begins.</summary>
internal sealed record FlowNode(string Key, string Title, IReadOnlyList<string> Lines);

/// <summary>An arrow.</summary>
internal sealed record FlowEdge(string From, string To, string Label);
