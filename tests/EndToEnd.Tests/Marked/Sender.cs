using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace EndToEnd.Tests.Marked;

/// <summary>Sends whatever it is told to the gateway, and keeps what refusals say.</summary>
internal sealed class Sender(Uri platform) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    })
    { BaseAddress = platform };

    private readonly ConcurrentQueue<Sink> refusals = new();

    /// <summary>Each refusal: its status, its header fields and its body.</summary>
    public IReadOnlyCollection<Sink> Refusals => refusals;

    public async Task<HttpStatusCode> SendAsync(
        HttpMethod method, string path, string? token = null, HttpContent? content = null, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) content?.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
        {
            var head = $"{(int)answer.StatusCode} {answer.ReasonPhrase}\n{answer.Headers}{answer.Content.Headers}\n";
            refusals.Enqueue(new Sink($"the answer {(int)answer.StatusCode} to {method} {path.Split('?')[0]}", [.. Encoding.Latin1.GetBytes(head), .. body]));
        }

        return answer.StatusCode;
    }

    public void Dispose() => http.Dispose();
}
