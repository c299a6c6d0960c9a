using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace ServiceDefaults.Access;

/// <summary>This service's own access token (client credentials): fetched once for all who wait, kept until shortly before it expires.</summary>
public sealed class ServiceToken(IConfiguration configuration, Authority authority, IHttpClientFactory clients, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim one = new(1);
    private volatile Held? held;

    /// <summary>Null where no ServiceClient is configured.</summary>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (configuration["ServiceClient:ClientId"] is not { Length: > 0 } clientId)
            return null;
        if (Current() is { } token)
            return token;
        await one.WaitAsync(cancellationToken);
        try
        {
            if (Current() is { } fetched)
                return fetched;
            held = await FetchAsync(clientId, configuration["ServiceClient:ClientSecret"] ?? "", cancellationToken);
            return held.Token;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Forgets a token that was refused, unless a newer one took its place.</summary>
    public void Forget(string token)
    {
        if (held is { } current && current.Token == token)
            Interlocked.CompareExchange(ref held, null, current);
    }

    public void Dispose() => one.Dispose();

    private string? Current() => held is { } current && time.GetUtcNow() < current.Until ? current.Token : null;

    private async Task<Held> FetchAsync(string clientId, string secret, CancellationToken cancellationToken)
    {
        var metadata = await authority.Metadata.GetConfigurationAsync(cancellationToken);
        using var client = clients.CreateClient(Authority.Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, authority.Reach(metadata.TokenEndpoint));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(secret)}")));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken)
            ?? throw new HttpRequestException("The token service answered nothing.");
        var life = TimeSpan.FromSeconds(answer.ExpiresIn ?? 60);
        return new Held(answer.AccessToken, time.GetUtcNow() + (life > 2 * Early ? life - Early : life / 2));
    }

    private sealed record Held(string Token, DateTimeOffset Until);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] long? ExpiresIn);
}
