using System.Text;
using Membership.Storage;
using Membership.Tests.Meetings;
using Testing;

namespace Membership.Tests.Calendar;

/// <summary>An address is a secret that stands in a path: no log, trace or measurement may hold it.</summary>
[Collection(MembershipService.Name)]
public sealed class CalendarSecrecyTests(MembershipService service)
{
    [Fact]
    public async Task An_address_is_in_nothing_that_leaves_the_process()
    {
        await using var receiver = await TelemetryReceiver.StartAsync();
        await using var watched = await service.StartReplicaAsync<MembershipDb>("membership", new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            ["Logging:LogLevel:Default"] = "Information",
        });
        var scene = await MeetingScene.StartAsync(service);
        var token = CalendarScene.TokenOf(await scene.AddressAsync());
        var wrong = new string('Q', token.Length);
        using var anonymous = new HttpClient { BaseAddress = watched.Address };
        Assert.True((await anonymous.GetAsync($"/calendars/{token}.ics")).IsSuccessStatusCode);
        foreach (var path in new[] { $"/calendars/{wrong}.ics", $"/calendars/{token}", $"/calendars/{token}.ics/more", $"/calendars/{token}.ics?{token}=%00" })
            Assert.False((await anonymous.GetAsync(path)).IsSuccessStatusCode);

        // What is not told of yet is told of at the end.
        await watched.DisposeAsync();
        Assert.True(receiver.Holds("/calendars/{token}.ics"), "The requests are not told of");
        Assert.False(receiver.Holds(token[..20]), "The address left the process");
        Assert.False(receiver.Holds(wrong[..20]), "A guess left the process");
    }

    /// <summary>Takes whatever is exported.</summary>
    private sealed class TelemetryReceiver(WebApplication app) : IAsyncDisposable
    {
        private readonly List<byte[]> received = [];

        public string Address => app.Urls.Single();

        public static async Task<TelemetryReceiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls($"http://127.0.0.1:{FreePort.Next()}");
            builder.Logging.ClearProviders();
            var receiver = new TelemetryReceiver(builder.Build());
            receiver.Listen();
            await receiver.StartAppAsync();
            return receiver;
        }

        public bool Holds(string text)
        {
            lock (received) return received.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task StartAppAsync() => app.StartAsync();

        private void Listen() => app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            lock (received) received.Add(body.ToArray());
        });
    }
}
