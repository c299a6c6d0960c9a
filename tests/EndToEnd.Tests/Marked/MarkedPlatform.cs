using System.Text;
using System.Text.Json;
using Demonstration;
using Demonstration.Fable;
using Testing;

namespace EndToEnd.Tests.Marked;

/// <summary>
/// A platform that went through the fable, was sent marked values everywhere, and was stopped: with all that came out of it.
/// </summary>
public sealed class MarkedPlatform : FablePlayed
{
    /// <summary>The trace that the client of the last referral says it works in, and its own span there.</summary>
    internal static readonly (string Trace, string Span) Client = (Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()), "00f067aa0ba902b7");

    private readonly List<Sink> files = [];
    private readonly Lazy<MarkSearch> search;
    private PlatformBroker broker = null!;
    private Sender sender = null!;

    public MarkedPlatform() => search = new(() => new MarkSearch(Marks.All));

    internal Marks Marks { get; } = new();

    /// <summary>Looks for all marks.</summary>
    internal MarkSearch Search => search.Value;

    internal TelemetryReceiver Telemetry { get; } = new();

    /// <summary>The trace in which somebody answers unseen.</summary>
    internal string PulseTrace { get; } = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());

    /// <summary>How calendars were asked for.</summary>
    internal IReadOnlyList<CalendarRead> CalendarReads { get; private set; } = [];

    /// <summary>What any client of the exchange heard.</summary>
    internal IReadOnlyList<Sink> Facts { get; private set; } = [];

    /// <summary>All queues after the poisoned messages, those of errors and dead letters above all.</summary>
    internal IReadOnlyList<Sink> Queues { get; private set; } = [];

    /// <summary>Faults, audits and the rest that is read at the platform itself by those who run it.</summary>
    internal IReadOnlyList<Sink> Operations { get; private set; } = [];

    internal IReadOnlyCollection<Sink> Refusals => sender.Refusals;

    /// <summary>Databases, their write-ahead logs and every other file, of the running platform and of the stopped one.</summary>
    internal IReadOnlyList<Sink> Files => files;

    public override async Task InitializeAsync()
    {
        await Telemetry.StartAsync();
        foreach (var (name, value) in Telemetry.Environment) Platform.Variables[name] = value;
        // The scenario is one client in a hurry; limits are tested elsewhere.
        foreach (var policy in new[] { "Client", "Address", "Token" }) Platform.Variables[$"Gateway__Limits__{policy}__Requests"] = "1000000";
        Platform.Variables["Messaging__Retry__FirstDelay"] = "00:00:00.010";
        await base.InitializeAsync();
        await PlayAsync();
        await Platform.StopAsync();
        files.AddRange(PlatformDatabases.Files(Platform));
    }

    public override async Task DisposeAsync()
    {
        sender?.Dispose();
        broker?.Dispose();
        await base.DisposeAsync();
        await Telemetry.DisposeAsync();
    }

    protected override async Task BeforePlayAsync()
    {
        broker = new PlatformBroker(Platform);
        await broker.ListenAsync();
    }

    private async Task PlayAsync()
    {
        sender = new Sender(Platform.PublicUrl);
        var work = new MarkedWork(this, Marks);
        var ops = await work.DoAsync();
        await new MarkedRequests(sender, Cast, Eggs, Marks).SendAllAsync();
        CalendarReads = await new MarkedCalendar(sender, Cast, Marks).ReadAsync();
        await ReferAsync();
        await MarkedWork.SettledAsync(ops);
        Facts = [.. (await broker.MessagesAsync(PlatformBroker.Everything)).Select(message => new Sink("fact on the exchange", Encoding.UTF8.GetBytes(message)))];
        await broker.StopListeningAsync();
        await new MarkedMessages(broker, Marks).SendAllAsync();
        var fault = await work.FaultAsync(ops);
        await Until.TrueAsync(RefusedAsync, "the poisoned messages are set aside", TimeSpan.FromMinutes(1), pause: TimeSpan.FromMilliseconds(500));
        Queues = await broker.SinksAsync();
        Operations = await ReadAsync(ops, fault);
        files.AddRange(PlatformDatabases.Files(Platform));
    }

    /// <summary>Every queue has refused each kind of poisoned message, in every notation.</summary>
    private async Task<bool> RefusedAsync()
    {
        foreach (var queue in MarkedMessages.Queues)
        {
            if (!(await broker.QueuesAsync()).Contains($"{queue}_error") || (await broker.MessagesAsync($"{queue}_error")).Count < Marks.Texts.Count * MarkedMessages.Kinds) return false;
        }

        return true;
    }

    /// <summary>A referral in a trace that its client began.</summary>
    private async Task ReferAsync()
    {
        var answer = await sender.SendAsync(HttpMethod.Post, "/api/case-referral/referrals", Cast.WorkerOf(Cast.VictimServices).Token, JsonContent.Create(new
        {
            clientId = Eggs.Clients[0], toAgencyId = Cast.IdOf(Cast.LegalServices), services = new[] { "ImmigrationLegal" }, languages = Array.Empty<string>(), urgency = "Routine",
        }), ("traceparent", $"00-{Client.Trace}-{Client.Span}-01"));
        if (answer != System.Net.HttpStatusCode.Created) throw new InvalidOperationException($"No referral: {answer}.");
    }

    private async Task<List<Sink>> ReadAsync(Actor ops, JsonElement fault)
    {
        var seen = new List<Sink> { new("the open fault", Encoding.UTF8.GetBytes(fault.GetRawText())) };
        foreach (var (who, path) in new[]
        {
            (ops, "/api/identity/faults"), (ops, "/api/membership/faults"), (ops, "/api/case-referral/faults"),
            (ops, "/api/identity/streams"), (ops, "/api/membership/streams"), (ops, "/api/case-referral/streams"), (ops, "/api/reporting/harbor/streams"),
            (Admin, "/api/identity/audit?take=200&action=TokenRefused"), (Admin, "/api/identity/audit?take=200&action=ClientRegistered"),
        })
        {
            seen.Add(new Sink(path, Encoding.UTF8.GetBytes((await who.GetAsync(path)).GetRawText())));
        }

        return seen;
    }
}
