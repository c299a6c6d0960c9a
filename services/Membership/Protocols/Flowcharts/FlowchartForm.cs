using Microsoft.Net.Http.Headers;

namespace Membership.Protocols.Flowcharts;

/// <summary>A form in which a flowchart is given.</summary>
internal sealed record FlowchartForm(string ContentType, Func<FlowGraph, string> Write)
{
    public static readonly FlowchartForm Svg = new("image/svg+xml", FlowSvg.Write);
    public static readonly FlowchartForm Mermaid = new("text/vnd.mermaid", Flowcharts.Mermaid.Write);
    private static readonly FlowchartForm Text = Mermaid with { ContentType = "text/plain" };

    /// <summary>The one that is accepted most gladly (RFC 9110, 12.5.1), of equals the picture; null where none is.</summary>
    public static FlowchartForm? AcceptedBy(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return new[] { Svg, Mermaid, Text }
            .Select(form => (Form: form, Quality: accepted.Count == 0 ? 1 : QualityOf(form, accepted)))
            .Where(offer => offer.Quality > 0)
            .OrderByDescending(offer => offer.Quality)
            .Select(offer => offer.Form).FirstOrDefault();
    }

    /// <summary>As the range says that names it most closely.</summary>
    private static double QualityOf(FlowchartForm form, IEnumerable<MediaTypeHeaderValue> accepted) => accepted
        .Where(range => range.MatchesMediaType(form.ContentType))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1).FirstOrDefault();
}
