using System.Net;
using System.Text;
using Xunit;

namespace EndToEnd.Tests.Marked;

/// <summary>Release of information, rule 15: what leaves a process tells of no person, in no disguise.</summary>
public sealed class MarkedValuesTests(MarkedPlatform platform) : IClassFixture<MarkedPlatform>
{
    private static readonly string[] Services = ["case-referral", "gateway", "identity", "membership", "reporting-harbor"];

    [Fact]
    public void What_was_printed_and_logged_has_none()
    {
        var printed = new Sink("what was printed", Encoding.UTF8.GetBytes(platform.Platform.Output));
        Assert.Contains(Stopped, platform.Platform.Output, StringComparison.Ordinal);
        None([printed, .. platform.Files.Where(file => file.Name.EndsWith(".log", StringComparison.Ordinal))]);
    }

    [Fact]
    public void Traces_metrics_and_logs_have_none()
    {
        foreach (var signal in new[] { "traces", "metrics", "logs" }) Assert.NotEmpty(platform.Telemetry.Of(signal));
        Assert.Equal(Services, platform.Telemetry.Spans.Select(span => span.Service).Distinct().Order());
        None(platform.Telemetry.Sinks);
    }

    [Fact]
    public void Facts_on_the_exchange_have_none()
    {
        Assert.NotEmpty(new MarkSearch([platform.Marks.Public]).In(platform.Facts)); // an agency's name is there, and is found
        Assert.Contains(platform.Facts, fact => Encoding.UTF8.GetString(fact.Bytes).Contains("seat-taken", StringComparison.Ordinal));
        None(platform.Facts);
    }

    [Fact]
    public void Error_queues_and_dead_letters_have_none()
    {
        foreach (var queue in MarkedMessages.Queues) Assert.Contains(platform.Queues, sink => sink.Name == $"queue {queue}_error");
        None(platform.Queues);
    }

    [Fact]
    public void Refusals_have_none()
    {
        Assert.Equal(Services.Length - 1, Services.Count(service => platform.Refusals.Any(refusal => refusal.Name.Contains($"/api/{service.Split('-')[0]}", StringComparison.Ordinal))));
        Assert.DoesNotContain(platform.Refusals, refusal => refusal.Name.Contains($"answer {(int)HttpStatusCode.InternalServerError} ", StringComparison.Ordinal));
        None(platform.Refusals);
    }

    [Fact]
    public void Faults_and_audits_have_none() => None(platform.Operations);

    /// <summary>Each mark that may rest is in its own column, which shows that the files are read, and in no other.</summary>
    [Fact]
    public void Files_have_only_what_may_rest_there_each_in_its_own_column()
    {
        var hits = platform.Search.In(platform.Files);
        Assert.DoesNotContain(hits, hit => hit.Encoding != hit.Mark.Resting.Encoding || hit.Mark.File is not { } file || !hit.Sink.StartsWith(file, StringComparison.Ordinal));
        foreach (var mark in platform.Marks.All.Where(mark => mark.RestsIn is not null))
        {
            Assert.Contains(hits, hit => hit.Mark.Name == mark.Name);
            string?[] allowed = [mark.RestsIn, mark.AlsoIn];
            Assert.Equal(allowed.OfType<string>().Order(StringComparer.Ordinal), PlatformDatabases.ColumnsWith(platform.Platform, mark.File!, mark.RestsAsDigest ? mark.Resting.Bytes : mark.Text).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Each of the requests is told of everywhere, by its route: so what is told of it was looked at.</summary>
    [Fact]
    public void What_tells_of_a_calendar_read_tells_all_but_its_address()
    {
        var (spans, lines) = (platform.Telemetry.Spans, platform.Telemetry.Logs);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], platform.CalendarReads.Select(read => read.Answer));
        foreach (var (service, route, logged) in new[]
        {
            ("gateway", "/api/membership/calendars/{file}", "membership-calendars"), ("membership", "/calendars/{token}.ics", "/calendars/{token}.ics"),
        })
        {
            foreach (var read in platform.CalendarReads)
            {
                Assert.Contains(route, spans.Where(span => span.TraceId == read.Trace && span.Service == service).Select(span => span.Route));
                Assert.Contains(lines, line => line.TraceId == read.Trace && line.Service == service && line.Text.Contains(logged, StringComparison.Ordinal));
                Assert.Contains(platform.Platform.Output.Split('\n'), line => line.Contains(read.Trace, StringComparison.Ordinal) && line.Contains(logged, StringComparison.Ordinal));
            }

            Assert.Contains(route, platform.Telemetry.MeasuredBy(service), StringComparison.Ordinal);
        }

        Assert.Contains(platform.Refusals, refusal => refusal.Name.StartsWith("the answer 404 to GET /api/membership/calendars/", StringComparison.Ordinal));
        None([.. platform.Telemetry.Sinks, .. platform.Refusals, new Sink("what was printed", Encoding.UTF8.GetBytes(platform.Platform.Output))]);
    }

    /// <summary>It is measured, which shows that it came; but no trace tells of it, in which its sender may have asked for more.</summary>
    [Fact]
    public void An_answer_to_the_pulse_survey_leaves_no_trace()
    {
        foreach (var (service, route) in new[] { ("gateway", "/api/membership/pulse-answers"), ("membership", "/pulse-answers") })
        {
            Assert.Contains(route, platform.Telemetry.MeasuredBy(service), StringComparison.Ordinal);
            Assert.DoesNotContain(platform.Telemetry.Spans, span => span.Service == service && span.Route == route);
        }

        Assert.Contains(platform.Telemetry.Spans, span => span.Route?.EndsWith("/pulse-rounds/{roundId:guid}/token", StringComparison.Ordinal) is true);
        Assert.DoesNotContain(platform.Telemetry.Spans, span => span.TraceId == platform.PulseTrace);
    }

    [Fact]
    public void One_trace_goes_from_the_gateway_to_the_report()
    {
        var (trace, client) = MarkedPlatform.Client;
        var spans = platform.Telemetry.Spans.Where(span => span.TraceId == trace).ToList();
        foreach (var service in new[] { "gateway", "case-referral", "reporting-harbor" }) Assert.Contains(spans, span => span.Service == service);
        Assert.Contains(spans, span => span is { Service: "case-referral", Name: "journal relay" });
        Assert.Contains(spans, span => span is { Service: "reporting-harbor", Name: "journal apply" });

        var ids = spans.Select(span => span.Id).Append(client).ToHashSet();
        Assert.DoesNotContain(spans, span => !ids.Contains(span.ParentId));
        Assert.Equal("gateway", Assert.Single(spans, span => span.ParentId == client).Service);
    }

    private const string Stopped = "Stopped in";

    private void None(IEnumerable<Sink> sinks) => Assert.Empty(platform.Search.In(sinks));
}
