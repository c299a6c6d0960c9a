using OpenTelemetry;
using OpenTelemetry.Logs;

namespace ServiceDefaults.Telemetry;

/// <summary>An exception's own text may hold what somebody sent: only its kind and place leave the process.</summary>
internal sealed class NoMessageInLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } exception)
            return;
        data.Attributes = [.. data.Attributes ?? [], new("exception.type", exception.GetType().FullName), new("exception.stacktrace", ExceptionTrace.Of(exception))];
        data.Exception = null;
    }
}
