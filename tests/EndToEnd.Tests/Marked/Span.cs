namespace EndToEnd.Tests.Marked;

/// <summary>A span as OTLP carries it, as far as a trace needs it: whose it is, and under which other it stands.</summary>
internal sealed record Span(string Service, string TraceId, string Id, string ParentId, string Name, string? Route)
{
    /// <summary>Reads an ExportTraceServiceRequest (opentelemetry/proto/trace/v1).</summary>
    public static IEnumerable<Span> Read(byte[] request) =>
        from resource in Protobuf.Resources(request)
        from scope in Protobuf.Fields(resource.Message, 2)
        from span in Protobuf.Fields(scope, 2)
        select new Span(resource.Service, Protobuf.Hex(span, 1), Protobuf.Hex(span, 2), Protobuf.Hex(span, 4), Protobuf.Text(span, 5), Protobuf.Attribute(span, 9, "http.route"));
}
