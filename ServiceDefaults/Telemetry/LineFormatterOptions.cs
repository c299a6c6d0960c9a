using Microsoft.Extensions.Logging.Console;

namespace ServiceDefaults.Telemetry;

/// <summary>Configuration <c>Logging:Console:FormatterOptions</c>.</summary>
internal sealed class LineFormatterOptions : ConsoleFormatterOptions
{
    /// <summary>Off unless somebody looks for a fault where no real data is: messages of exceptions may hold what was sent.</summary>
    public bool ExceptionMessages { get; set; }
}
