namespace ServiceDefaults.Telemetry;

/// <summary>
/// An exception's kinds and places without its messages: databases and parsers put values into them, and a log must hold
/// nothing about a person (release-of-information, rule 15).
/// </summary>
internal static class ExceptionTrace
{
    public static string Of(Exception exception)
    {
        var lines = new List<string>();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
            lines.Add($"{inner.GetType().FullName}{Environment.NewLine}{inner.StackTrace}");
        return string.Join($"{Environment.NewLine}caused by ", lines);
    }
}
