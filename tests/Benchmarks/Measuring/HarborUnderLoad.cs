using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Demonstration;
using Demonstration.Fable;
using EndToEnd.Tests;
using Microsoft.Data.Sqlite;
using Testing;

namespace Benchmarks.Measuring;

/// <summary>The whole platform as ./run starts it, with the fable's agencies, one client, and a case worker who refers her.</summary>
internal sealed partial class HarborUnderLoad : IAsyncDisposable
{
    public const string Referrals = "/api/case-referral/referrals";

    private readonly RunningPlatform platform = new();
    private readonly SocketsHttpHandler connections = new() { MaxConnectionsPerServer = 256, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) };
    private readonly ConcurrentDictionary<int, int> refused = new();
    private Stage stage = null!;
    private Cast cast = null!;
    private Guid client;

    public HttpClient Gateway { get; private set; } = null!;

    public int AppHostId => platform.ProcessId;

    public string Output => platform.Output;

    public async Task StartAsync()
    {
        // One client stands here for a whole hub's, so the gateway's limits for a single one are set as for many.
        foreach (var limit in new[] { "Client__Requests", "Connections", "InFlight", "ServiceInFlight", "TotalInFlight", "Queue" })
            platform.Variables[$"Gateway__Limits__{limit}"] = limit == "Client__Requests" ? "100000" : "1000";
        await platform.InitializeAsync();
        Gateway = ClientOf(platform.PublicUrl);
        stage = new Stage(platform.PublicUrl, platform.Credentials);
    }

    /// <summary>Brings the agencies together, and takes in one client. A token lives ten minutes, longer than a run.</summary>
    public async Task SettleAsync()
    {
        cast = await QueSeraSera.PlayAsync(stage);
        var worker = cast.WorkerOf(Cast.VictimServices);
        var made = await worker.PostAsync("/api/case-referral/clients", new
        {
            kind = "Principal", intake = "New", ageBand = "From18To24", gender = "Feminine", languages = new[] { "tha" },
            traffickingType = "Sex", traffickingStatus = "PossibleVictimOfTrafficking",
        });
        client = made.GetProperty("id").GetGuid();
        Gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", worker.Token);
        await Until.TrueAsync(async () => await ReferAsync() is not null, "CaseReferral knows the agencies");
    }

    /// <summary>The statuses of what was refused since the last time, and how often.</summary>
    public string Refused()
    {
        var said = string.Join(", ", refused.OrderBy(status => status.Key).Select(status => $"{status.Value} × {status.Key}"));
        refused.Clear();
        return said;
    }

    /// <summary>Who sees all of the hub's directory.</summary>
    public Actor HubOffice => cast.HubAdmin;

    public Task<Actor> OpsAsync() => stage.SignInAsync("ops");

    /// <summary>A client of a service itself, past the gateway, with the same token.</summary>
    public HttpClient Direct(string service)
    {
        var address = Regex.Match(Output, $@"^\s+{service}\s+ready\s+(http://\S+)", RegexOptions.Multiline).Groups[1].Value;
        var http = ClientOf(new Uri(address));
        http.DefaultRequestHeaders.Authorization = Gateway.DefaultRequestHeaders.Authorization;
        return http;
    }

    /// <returns>The new referral's id; null where it was not made.</returns>
    public async Task<Guid?> ReferAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Referrals) { Content = JsonContent.Create(Referral()) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await Gateway.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            refused.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
            return null;
        }

        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>A service's own database file, to look at what the platform does not say.</summary>
    public SqliteConnection Open(string service)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(platform.Folder, $"{service}.db")};Pooling=False");
        connection.Open();
        using var patience = connection.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout = 15000";
        patience.ExecuteNonQuery();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        stage.Dispose();
        Gateway.Dispose();
        connections.Dispose();
        await platform.DisposeAsync();
    }

    private HttpClient ClientOf(Uri address) => new(connections, disposeHandler: false) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    private object Referral() => new
    {
        clientId = client, toAgencyId = cast.IdOf(Cast.SecondShelter), services = new[] { "EmergencyHousing" }, languages = new[] { "tha" },
        urgency = "Immediate", riskFlags = new[] { "NoSafePlaceTonight" },
    };
}
