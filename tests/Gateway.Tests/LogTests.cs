using System.Collections.Concurrent;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

public sealed class LogTests
{
    /// <summary>A calendar's address is all that protects it; whoever looks for a fault turns everything up.</summary>
    [Fact]
    public async Task No_setting_has_them_tell_an_address()
    {
        var lines = new Lines();
        await using var platform = await Platform.StartAsync(given => given.Logging(lines)
            .With("Logging:LogLevel:Default", "Trace").With("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
            .With("Logging:LogLevel:Microsoft.AspNetCore.Routing", "Debug").With("Logging:LogLevel:Yarp.ReverseProxy.Forwarder.HttpForwarder", "Trace")
            .With("Logging:Lines:LogLevel:Default", "Trace").With("Logging:Lines:LogLevel:Yarp", "Trace")
            .With("Logging:Lines:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information").With("Logging:CaptureScopes", "true"));
        using var known = await platform.Anonymous.GetAsync("/api/membership/calendars/MARKED.ics?and=MARKED");
        using var unknown = await platform.Client.GetAsync("/api/membership/MARKED/MARKED");
        using var nowhere = await platform.Anonymous.GetAsync("/MARKED");
        Assert.Contains(lines.All, line => line.StartsWith("Microsoft.AspNetCore.Routing.EndpointMiddleware", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains("MARKED", StringComparison.Ordinal));
    }

    /// <summary>All that is logged and all that it is logged in.</summary>
    [ProviderAlias("Lines")]
    private sealed class Lines : ILoggerProvider, ISupportExternalScope
    {
        private readonly ConcurrentQueue<string> lines = new();
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public IReadOnlyCollection<string> All => lines;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Line(Lines all, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                all.lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {state} {exception}");
                all.scopes.ForEachScope((scope, _) => all.lines.Enqueue($"{category} {scope}"), 0);
            }
        }
    }
}
