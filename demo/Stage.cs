using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Demonstration;

/// <summary>The platform as anybody outside sees it: one address, tokens, JSON.</summary>
public sealed class Stage(Uri publicUrl, CredentialsFile credentials) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = publicUrl };

    public void Dispose() => http.Dispose();

    /// <summary>Signs in a client of the credentials file.</summary>
    public async Task<Actor> SignInAsync(string name)
    {
        var client = credentials.Get(name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/identity/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        var basic = $"{Uri.EscapeDataString(client.ClientId)}:{Uri.EscapeDataString(client.ClientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        using var answer = await http.SendAsync(request);
        var token = await ReadAsync(answer);
        return new Actor(this, token.GetProperty("access_token").GetString()!);
    }

    /// <summary>Registers a client, keeps its secret in the credentials file, and signs it in.</summary>
    public async Task<Actor> IntroduceAsync(Actor by, string name, object grant)
    {
        var made = await by.PostAsync("/api/identity/clients", grant);
        credentials.Add(name, new Credentials(made.GetProperty("clientId").GetString()!, made.GetProperty("clientSecret").GetString()!));
        return await SignInAsync(name);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await http.SendAsync(request);

    internal static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new RefusedException(answer.StatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath}: {(int)answer.StatusCode} {body}");
        return body.Length == 0 ? default : JsonDocument.Parse(body).RootElement.Clone();
    }
}

/// <summary>The platform said no.</summary>
public sealed class RefusedException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
}

/// <summary>Somebody with a token.</summary>
public sealed class Actor(Stage stage, string token)
{
    public string Token => token;

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonElement> PostAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body), ifMatch);

    public Task<JsonElement> PostCsvAsync(string path, string csv) => SendAsync(HttpMethod.Post, path, new StringContent(csv, Encoding.UTF8, "text/csv"));

    /// <summary>Changes something as it is now: reads its ETag first.</summary>
    public async Task<JsonElement> ChangeAsync(string resource, string verb, object body)
    {
        using var current = await AskAsync(HttpMethod.Get, resource);
        await Stage.ReadAsync(current);
        return await PostAsync($"{resource}/{verb}", body, current.Headers.ETag?.Tag);
    }

    /// <summary>Replaces something as it is now.</summary>
    /// <param name="versioned">The resource whose ETag it goes by, where that is another.</param>
    public Task<JsonElement> ReplaceAsync(string path, object body, string? versioned = null) => ReplaceAsync(path, JsonContent.Create(body), versioned ?? path);

    /// <summary>Replaces a document.</summary>
    public Task<JsonElement> ReplaceAsync(string path, byte[] document, string type, string versioned)
    {
        var content = new ByteArrayContent(document);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return ReplaceAsync(path, content, versioned);
    }

    private async Task<JsonElement> ReplaceAsync(string path, HttpContent content, string versioned)
    {
        using var current = await AskAsync(HttpMethod.Get, versioned);
        await Stage.ReadAsync(current);
        return await SendAsync(HttpMethod.Put, path, content, current.Headers.ETag?.Tag);
    }

    /// <summary>The bare answer, whatever it is.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (method == HttpMethod.Post && !path.StartsWith("/api/identity/clients", StringComparison.Ordinal))
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (ifMatch is not null) request.Headers.Add("If-Match", ifMatch);
        return await stage.SendAsync(request);
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var answer = await AskAsync(method, path, content, ifMatch);
        return await Stage.ReadAsync(answer);
    }
}
