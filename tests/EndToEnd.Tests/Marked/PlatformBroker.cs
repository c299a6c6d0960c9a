using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.Marked;

/// <summary>A running platform's broker, as its operator sees it: the management API.</summary>
internal sealed class PlatformBroker : IDisposable
{
    public const string Everything = "everything";
    private const string Here = "%2F";

    private readonly HttpClient http;

    public PlatformBroker(RunningPlatform platform)
    {
        var port = Kept(platform, "ports.json")["rabbitmq/management/0"];
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"platform:{Kept(platform, "parameters.json")["rabbit-password"]}")));
    }

    public void Dispose() => http.Dispose();

    /// <summary>From now on a queue has every fact, as any client of the exchange may.</summary>
    public async Task ListenAsync()
    {
        (await http.PutAsJsonAsync($"queues/{Here}/{Everything}", new { durable = true })).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync($"bindings/{Here}/e/journal/q/{Everything}", new { routing_key = "#" })).EnsureSuccessStatusCode();
    }

    public async Task StopListeningAsync() => (await http.DeleteAsync($"queues/{Here}/{Everything}")).EnsureSuccessStatusCode();

    /// <param name="exchange">Empty for the default exchange, whose routing keys are queues.</param>
    public async Task PublishAsync(string exchange, string routingKey, string payload, object headers, string contentType = "application/json")
    {
        var path = $"exchanges/{Here}/{(exchange.Length == 0 ? "amq.default" : exchange)}/publish";
        using var answer = await http.PostAsJsonAsync(path, new
        {
            properties = new { delivery_mode = 2, content_type = contentType, headers }, routing_key = routingKey, payload, payload_encoding = "string",
        });
        var routed = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        if (!routed.GetProperty("routed").GetBoolean()) throw new InvalidOperationException($"Nobody follows {routingKey}.");
    }

    public async Task<IReadOnlyList<string>> QueuesAsync() =>
        [.. (await http.GetFromJsonAsync<List<JsonElement>>($"queues/{Here}?disable_stats=true&enable_queue_totals=true"))!.Select(queue => queue.GetProperty("name").GetString()!)];

    /// <summary>What a queue holds, which stays in it.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string queue)
    {
        using var answer = await http.PostAsJsonAsync($"queues/{Here}/{queue}/get", new { count = 10000, ackmode = "ack_requeue_true", encoding = "auto" });
        // A queue that a service reads from lets nobody else read: what is in it waits to be read, and nothing waits for long.
        if (answer.StatusCode == HttpStatusCode.BadRequest) return [];
        return [.. (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<List<JsonElement>>())!.Select(message => message.GetRawText())];
    }

    /// <summary>All messages of all queues, and what the broker calls its queues, exchanges and bindings.</summary>
    public async Task<List<Sink>> SinksAsync()
    {
        var sinks = new List<Sink>();
        foreach (var queue in await QueuesAsync())
            sinks.AddRange((await MessagesAsync(queue)).Select(message => new Sink($"queue {queue}", Encoding.UTF8.GetBytes(message))));
        foreach (var what in new[] { "queues", "exchanges", "bindings" })
            sinks.Add(new Sink($"the broker's {what}", await http.GetByteArrayAsync(new Uri($"{what}/{Here}", UriKind.Relative))));
        return sinks;
    }

    private static Dictionary<string, string> Kept(RunningPlatform platform, string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(platform.Folder, file)))!;
}
