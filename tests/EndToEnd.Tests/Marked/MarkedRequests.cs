using System.Net;
using System.Text;
using System.Text.Json;
using Demonstration.Fable;

namespace EndToEnd.Tests.Marked;

/// <summary>Puts what is about a person wherever a careless worker or somebody worse can put text in a request that is refused, or ignored.</summary>
internal sealed class MarkedRequests(Sender sender, Cast cast, BrokenEggs eggs, Marks marks)
{
    private const string Clients = "/api/case-referral/clients";
    private const string Referrals = "/api/case-referral/referrals";

    private readonly string lantern = cast.WorkerOf(Cast.VictimServices).Token;
    private readonly string hubAdmin = cast.HubAdmin.Token;
    private readonly string coordinator = cast.Coordinator.Token;

    public Task SendAllAsync() => Parallel.ForEachAsync(marks.Notations, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (text, _) =>
    {
        await FieldsAsync(text);
        if (!marks.Texts.Contains(text)) return;
        await AddressesAsync(text);
        await HeadersAsync(text);
        await BodiesAsync(text);
        await DirectoryAsync(text);
        await ClientsAsync(text);
        await TokensAsync(text);
    });

    /// <summary>A field that there is not, and each field that there is.</summary>
    private async Task FieldsAsync(string text)
    {
        await PostAsync(Clients, lantern, Intake("notes", text));
        await PostAsync(Referrals, lantern, Need("clientName", text));
        foreach (var field in new[] { "kind", "ageBand", "gender", "traffickingType", "citizenship" }) await PostAsync(Clients, lantern, Intake(field, text));
        await PostAsync(Clients, lantern, Intake("languages", new[] { text }));
        // The one field of a need that is not from a list: what fits its form is kept.
        await PostAsync(Referrals, lantern, Need("area", text));
        await PostAsync(Referrals, lantern, Need("area", text.ToUpperInvariant()));
        foreach (var field in new[] { "clientId", "toAgencyId", "urgency" }) await PostAsync(Referrals, lantern, Need(field, text));
        foreach (var field in new[] { "services", "riskFlags" }) await PostAsync(Referrals, lantern, Need(field, new[] { text }));
        await PostAsync($"{Referrals}/{eggs.Accepted[0]}/revocation", lantern, new { reason = text }, ("If-Match", "\"1\""));
        await PostAsync($"{Referrals}/{eggs.Declined}/decline", cast.WorkerOf(Cast.FirstShelter).Token, new { reason = text }, ("If-Match", "\"1\""));
    }

    private async Task AddressesAsync(string text)
    {
        var escaped = Uri.EscapeDataString(text);
        var plain = new string([.. text.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~')]).Trim('.');
        foreach (var path in new[] { $"{Clients}/", $"{Referrals}/", "/api/membership/hubs/", "/api/membership/task-forces/", "/api/identity/clients/", "/api/reporting/", "/api/", "/" })
        {
            await GetAsync(path + escaped);
            await GetAsync(path + plain);
        }

        await GetAsync($"/api/reporting/{plain}/referral-report?from=2026-01&to=2026-02");
        await GetAsync($"/api/reporting/harbor/referral-report?from={escaped}&to={escaped}");
        foreach (var name in new[] { "after", "take", "state", "name" }) await GetAsync($"{Referrals}?{name}={escaped}");
        await GetAsync($"{Clients}?search={escaped}&{escaped}=1");
        await sender.SendAsync(HttpMethod.Get, $"/api/membership/agencies?name={escaped}&after={escaped}", hubAdmin);
    }

    private async Task HeadersAsync(string text)
    {
        var quoted = new string([.. text.Where(letter => letter is > ' ' and <= '~' and not ('"' or '\\'))]);
        await PostAsync(Referrals, lantern, Need("urgency", "Sometime"), ("Idempotency-Key", quoted));
        await PostAsync(Clients, lantern, Intake("kind", "Nobody"), ("Idempotency-Key", text));
        await PostAsync($"{Referrals}/{eggs.Accepted[0]}/revocation", lantern, new { reason = "MadeInError" }, ("If-Match", $"\"{quoted}\""));
        await sender.SendAsync(new HttpMethod($"ZYX{new string([.. text.Where(char.IsAsciiLetterOrDigit)])}"), Referrals, lantern);
        foreach (var path in new[] { Referrals, $"{Referrals}/{Guid.NewGuid()}" })
        {
            await sender.SendAsync(HttpMethod.Get, path, lantern, null,
            [
                ("User-Agent", $"Intake/1 ({quoted})"), ("Referer", $"http://intake.test/{Uri.EscapeDataString(text)}"), ("From", text),
                ("X-Request-Id", text), ("X-Correlation-Id", text), ("Request-Id", text), ("Correlation-Context", $"client={quoted}"), ("X-Client-Name", text),
                ("X-Forwarded-For", text), ("X-Forwarded-Host", quoted), ("X-Forwarded-Proto", quoted), ("X-Forwarded-Prefix", $"/{quoted}"), ("Forwarded", $"for={quoted}"),
                ("Cookie", $"client={quoted}"), ("Accept-Language", quoted), ("traceparent", text), ("tracestate", $"client={quoted}"), ("baggage", $"client={Uri.EscapeDataString(text)}"),
            ]);
            await sender.SendAsync(HttpMethod.Get, path, lantern, null,
            [
                ("traceparent", $"00-{Convert.ToHexStringLower(Guid.NewGuid().ToByteArray())}-00f067aa0ba902b7-01"),
                ("tracestate", $"client={quoted}"), ("baggage", $"client={Uri.EscapeDataString(text)}"),
            ]);
        }

        await sender.SendAsync(HttpMethod.Get, Referrals, null, null, ("Authorization", $"Bearer {quoted}"));
        await sender.SendAsync(HttpMethod.Get, Referrals, null, null, ("Authorization", $"Bearer {Jwt(text)}"));
    }

    /// <summary>What is no JSON, no UTF-8, or says a name where a field's name should be.</summary>
    private async Task BodiesAsync(string text)
    {
        var json = JsonSerializer.Serialize(text);
        foreach (var body in new[] { $"{{\"clientName\": {json}, ", $"{{{text}}}", text, $"{{{json}: 1}}", $"[{json}]", json, $"{{\"kind\": {json}, \"kind\": {json}}}", $"{{\"languages\": [{{\"a\": {json}}}]}}" })
            await SendTextAsync(body, "application/json");
        await SendTextAsync(text, "text/plain");
        await SendTextAsync($"<client>{text}</client>", $"application/xml; name={Uri.EscapeDataString(text)}");
        await sender.SendAsync(HttpMethod.Post, Clients, lantern, new ByteArrayContent([.. Encoding.UTF8.GetBytes("{\"kind\": \""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes($"{text}\"}}")]), ("Content-Type", "application/json"));

        Task SendTextAsync(string body, string type) => sender.SendAsync(HttpMethod.Post, Clients, lantern, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), ("Content-Type", type));
    }

    /// <summary>Membership: imports whose other columns and bad rows are full of people.</summary>
    private async Task DirectoryAsync(string text)
    {
        const string Import = "/api/membership/agencies/import?agencyClass=Other&agencyType=NGO";
        var cell = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        foreach (var csv in new[]
        {
            $"id,name,legal_status,email,tax_id\n{Guid.NewGuid()},Quiet Harbor {Guid.NewGuid():N},{cell},{cell},{cell}\n", // taken in, without them
            $"id,name\n{cell},Wrong\n", $"id,name\n{Guid.NewGuid()},Many,{cell}\n", $"id,{cell}\n{Guid.NewGuid()},A\n", $"id,name\n{Guid.NewGuid()},\"{text}\n", text,
        })
        {
            await sender.SendAsync(HttpMethod.Post, Import, hubAdmin, new StringContent(csv, Encoding.UTF8, "text/csv"));
        }

        var hsds = JsonSerializer.Serialize(new[] { new { id = text, name = text, email = text, contacts = new[] { new { name = text } } } });
        await sender.SendAsync(HttpMethod.Post, Import, hubAdmin, new StringContent(hsds, Encoding.UTF8, "application/json"));
        await sender.SendAsync(HttpMethod.Post, $"/api/membership/agencies/import?agencyClass={Uri.EscapeDataString(text)}&agencyType=NGO", hubAdmin, new StringContent("id,name\n", Encoding.UTF8, "text/csv"));

        var seats = $"/api/membership/task-forces/{cast.TaskForceId}/seats";
        await PostAsync(seats, coordinator, new { agencyId = cast.IdOf(Cast.Police), personName = text, involvement = text });
        await PostAsync(seats, coordinator, new { agencyId = text, personName = text, involvement = "AgencyLevel" });
        await PostAsync(seats, coordinator, new { agencyId = cast.IdOf(Cast.Police), personName = text, email = "nobody", involvement = "AgencyLevel" });
        await PostAsync("/api/membership/task-forces", hubAdmin, new { hub = text, name = text, purpose = text, formality = "Formal", model = "ECM" });
        await PostAsync("/api/membership/hubs", hubAdmin, new { code = text, name = text });
    }

    /// <summary>Identity's token endpoint and its clients.</summary>
    private async Task TokensAsync(string text)
    {
        await TokenAsync([new("grant_type", text)]);
        await sender.SendAsync(HttpMethod.Post, $"/api/identity/token?client_id={Uri.EscapeDataString(text)}", null, new FormUrlEncodedContent([]));
        await TokenAsync([new("grant_type", "client_credentials"), new("client_id", text), new("client_assertion", text), new("client_assertion_type", text)]);
        await TokenAsync([new("grant_type", "client_credentials"), new("client_assertion", Jwt(text)), new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")]);
        await TokenAsync([new("grant_type", "client_credentials"), new("client_id", text), new("client_secret", text)]);
        await TokenAsync([new("grant_type", "client_credentials"), new("scope", text)],
            ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(text)}:{Uri.EscapeDataString(text)}"))}"));

        Task TokenAsync(KeyValuePair<string, string>[] form, params (string, string)[] headers) =>
            sender.SendAsync(HttpMethod.Post, "/api/identity/token", null, new FormUrlEncodedContent(form), headers);
    }

    private async Task ClientsAsync(string text)
    {
        await PostAsync("/api/identity/clients", hubAdmin, new { name = "System", hub = "harbor", roles = new[] { text } });
        await PostAsync("/api/identity/clients", hubAdmin, new { name = "System", hub = text, roles = new[] { "funder" }, scopes = new[] { text }, person = text });
    }

    private Task<HttpStatusCode> GetAsync(string path) => sender.SendAsync(HttpMethod.Get, path, lantern);

    private Task<HttpStatusCode> PostAsync(string path, string token, object body, params (string, string)[] headers) =>
        sender.SendAsync(HttpMethod.Post, path, token, JsonContent.Create(body), headers);

    private static Dictionary<string, object> Intake(string field, object value) => new()
    {
        ["kind"] = "Principal", ["intake"] = "New", ["ageBand"] = "Unknown", ["gender"] = "Feminine", ["languages"] = Array.Empty<string>(),
        ["traffickingType"] = "Sex", ["traffickingStatus"] = "PossibleVictimOfTrafficking", [field] = value,
    };

    private Dictionary<string, object> Need(string field, object value) => new()
    {
        ["clientId"] = eggs.Clients[0], ["toAgencyId"] = cast.IdOf(Cast.SecondShelter), ["services"] = new[] { "Food" },
        ["languages"] = Array.Empty<string>(), ["urgency"] = "Routine", [field] = value,
    };

    /// <summary>Nobody signed it, and it says everything about somebody.</summary>
    private static string Jwt(string text) => string.Join('.', new object[]
    {
        new { alg = "ES256", kid = text, typ = "JWT" },
        new { iss = text, sub = text, aud = text, agency = text, hub = text, role = new[] { text }, jti = text, exp = 4102444800 },
    }.Select(part => Base64Url(JsonSerializer.SerializeToUtf8Bytes(part))).Append(Base64Url(new byte[64])));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
