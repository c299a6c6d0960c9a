using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.Failure;

/// <summary>The platform's broker, by its management API.</summary>
internal sealed class BrokerView : IDisposable
{
    /// <summary>Between two looks: each is work for the broker.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient http;

    /// <param name="client">Any service: it knows the account.</param>
    public BrokerView(PlatformProcess client, RunningPlatform platform)
    {
        using var ports = JsonDocument.Parse(File.ReadAllText(Path.Combine(platform.Folder, "ports.json")));
        var port = ports.RootElement.GetProperty("rabbitmq/management/0").GetString()!;
        var account = WebUtility.UrlDecode(new Uri(client["ConnectionStrings__rabbitmq"]).UserInfo);
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(account)));
    }

    public void Dispose() => http.Dispose();

    /// <summary>The processes that consume from a queue, the active one first; null while the broker does not know it.</summary>
    public async Task<List<int>?> ConsumersAsync(string queue)
    {
        using var answer = await http.GetAsync($"queues/%2F/{queue}");
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        var view = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!view.TryGetProperty("consumer_details", out var consumers)) return null;
        var connections = (await http.GetFromJsonAsync<List<JsonElement>>("connections"))!
            .Where(connection => connection.TryGetProperty("client_properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            .ToDictionary(connection => connection.GetProperty("name").GetString()!, connection => connection.GetProperty("client_properties"));
        return [.. from consumer in consumers.EnumerateArray()
                   where consumer.GetProperty("channel_details").ValueKind == JsonValueKind.Object // an empty list where the channel is just gone
                   let connection = consumer.GetProperty("channel_details").GetProperty("connection_name").GetString()!
                   where connections.ContainsKey(connection)
                   orderby consumer.GetProperty("active").GetBoolean() descending
                   select int.Parse(connections[connection].GetProperty("process_id").ToString(), CultureInfo.InvariantCulture)];
    }
}
