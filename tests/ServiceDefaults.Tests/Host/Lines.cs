using System.Collections.Concurrent;

namespace ServiceDefaults.Tests.Host;

/// <summary>All that was logged, exceptions by their kind.</summary>
public sealed class Lines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> All => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            lines.Enqueue($"{logLevel} {formatter(state, null)} {exception?.GetType().Name}");
    }

    public void Dispose() { }
}
