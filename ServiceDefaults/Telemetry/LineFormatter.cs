using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Telemetry;

/// <summary>One JSON object a line, with the trace it belongs to.</summary>
internal sealed class LineFormatter(IOptionsMonitor<LineFormatterOptions> options) : ConsoleFormatter(Name)
{
    public new const string Name = "line";

    private static readonly JsonWriterOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("at", DateTimeOffset.UtcNow.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("from", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, null));
            if (logEntry.EventId.Name is { } name)
                json.WriteString("event", name);
            if (Activity.Current is { } activity)
                json.WriteString("traceId", activity.TraceId.ToHexString());
            if (logEntry.Exception is { } exception)
                json.WriteString("exception", options.CurrentValue.ExceptionMessages ? exception.ToString() : ExceptionTrace.Of(exception));
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
