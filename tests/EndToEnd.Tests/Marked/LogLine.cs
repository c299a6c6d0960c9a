namespace EndToEnd.Tests.Marked;

/// <summary>A log record as OTLP carries it: whose it is, of which trace, and its bytes, one char each.</summary>
internal sealed record LogLine(string Service, string TraceId, string Text)
{
    /// <summary>Reads an ExportLogsServiceRequest (opentelemetry/proto/logs/v1).</summary>
    public static IEnumerable<LogLine> Read(byte[] request) =>
        from resource in Protobuf.Resources(request)
        from scope in Protobuf.Fields(resource.Message, 2)
        from line in Protobuf.Fields(scope, 2)
        select new LogLine(resource.Service, Protobuf.Hex(line, 9), Encodings.Latin(line.Span));
}
