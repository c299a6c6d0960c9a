using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceDefaults.Telemetry;
using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_are_exported_without_what_was_asked()
    {
        await using var collector = new Collector();
        await collector.StartAsync();
        await using (var shelf = new RestartableHost(host =>
        {
            host.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url;
            host.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
            host.Settings["OTEL_SERVICE_NAME"] = "shelf-1";
            // What an operator turns on who looks for a fault: all of it, for every provider and for one, with its scopes.
            foreach (var provider in new[] { "", "OpenTelemetry:", "OpenTelemetry.Logs.OpenTelemetryLoggerProvider:" })
            {
                host.Settings[$"Logging:{provider}LogLevel:Default"] = "Trace";
                foreach (var category in new[] { "Microsoft.AspNetCore", "*Diagnostics", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher", "System.Net.Http.HttpClient" })
                    host.Settings[$"Logging:{provider}LogLevel:{category}"] = "Trace";
                host.Settings[$"Logging:{provider}LogLevel:Microsoft.AspNetCore.Routing.EndpointMiddleware"] = "Information";
            }

            host.Settings["Logging:OpenTelemetry:IncludeScopes"] = "true";
            host.Settings["Logging:CaptureScopes"] = "true";
        }))
        {
            using var client = shelf.Host.As();
            using var asking = shelf.First.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
            await asking.GetAsync($"{shelf.Host.Url}/health/live?after=MARKED");
            await client.GetAsync($"/books/{Guid.NewGuid()}?after=MARKED");
            await client.GetAsync("/books?after=MARKED");
            await client.GetAsync("/books/MARKED");
            await client.GetAsync("/failing?x=MARKED");
            await client.PutAsync("/unseen", null);
            await client.GetAsync("/health/live");
        }

        Assert.Contains("shelf-1", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("GET /books/{id:guid}", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("/failing", collector.Of("traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("/health/live", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("/unseen", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain("/unseen", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", collector.Of("logs"), StringComparison.Ordinal);
        Assert.Contains("Microsoft.AspNetCore.Routing.EndpointMiddleware", collector.Of("logs"), StringComparison.Ordinal);
        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            Assert.DoesNotContain("MARKED", collector.Of(signal), StringComparison.Ordinal);
            Assert.DoesNotContain("secret-in-message", collector.Of(signal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_line_tells_an_exceptions_kind_and_its_message_only_where_that_is_asked_for(bool messages)
    {
        var formatter = new LineFormatter(new Fixed(new LineFormatterOptions { ExceptionMessages = messages }));
        using var written = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Error, "Shelf", new EventId(1, "Failed"), "it failed",
            new InvalidOperationException("outer-secret", new FormatException("inner-secret")), (state, _) => state);
        formatter.Write(entry, null, written);
        var line = System.Text.Json.JsonDocument.Parse(written.ToString()).RootElement;
        Assert.Equal("it failed", line.GetProperty("message").GetString());
        Assert.Contains("System.FormatException", line.GetProperty("exception").GetString(), StringComparison.Ordinal);
        Assert.Equal(messages, written.ToString().Contains("secret", StringComparison.Ordinal));
        Assert.Equal(1, written.ToString().Count(c => c == '\n'));
    }

    private sealed class Fixed(LineFormatterOptions options) : IOptionsMonitor<LineFormatterOptions>
    {
        public LineFormatterOptions CurrentValue => options;

        public LineFormatterOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<LineFormatterOptions, string?> listener) => null;
    }
}
