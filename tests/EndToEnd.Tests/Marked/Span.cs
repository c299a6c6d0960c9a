using System.Text;

namespace EndToEnd.Tests.Marked;

/// <summary>A span as OTLP carries it, as far as a trace needs it: whose it is, and under which other it stands.</summary>
internal sealed record Span(string Service, string TraceId, string Id, string ParentId, string Name)
{
    /// <summary>Reads an ExportTraceServiceRequest (opentelemetry/proto/trace/v1).</summary>
    public static IEnumerable<Span> Read(byte[] request)
    {
        foreach (var resourceSpans in Protobuf.Fields(request, 1))
        {
            var service = Protobuf.Fields(resourceSpans, 1)
                .SelectMany(resource => Protobuf.Fields(resource, 1))
                .Where(attribute => Text(attribute, 1) == "service.name")
                .Select(attribute => Text(Protobuf.Fields(attribute, 2).First(), 1)).First();
            foreach (var span in Protobuf.Fields(resourceSpans, 2).SelectMany(scope => Protobuf.Fields(scope, 2)))
                yield return new Span(service, Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5));
        }
    }

    private static string Text(ReadOnlyMemory<byte> message, int field) =>
        Encoding.UTF8.GetString(Protobuf.Fields(message, field).FirstOrDefault().Span);

    private static string Hex(ReadOnlyMemory<byte> message, int field) =>
        Convert.ToHexStringLower(Protobuf.Fields(message, field).FirstOrDefault().Span);
}
