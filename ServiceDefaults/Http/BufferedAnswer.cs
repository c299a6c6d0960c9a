using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServiceDefaults.Http;

/// <summary>Holds an answer back until what it tells is committed.</summary>
internal sealed class BufferedAnswer : IAsyncDisposable
{
    private readonly HttpContext http;
    private readonly IHttpResponseBodyFeature outer;
    private readonly MemoryStream buffer = new();
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> headersBefore;

    public BufferedAnswer(HttpContext http)
    {
        this.http = http;
        outer = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        headersBefore = new(http.Response.Headers);
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffer));
    }

    public bool Succeeded => http.Response.StatusCode is >= 200 and < 300;

    /// <summary>As if nothing had been answered yet: before another try.</summary>
    public void Restart()
    {
        buffer.SetLength(0);
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffer));
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.Headers.Clear();
        foreach (var header in headersBefore)
            http.Response.Headers[header.Key] = header.Value;
    }

    public async Task<byte[]> BodyAsync()
    {
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        return buffer.ToArray();
    }

    public async Task SendAsync()
    {
        var body = await BodyAsync();
        http.Features.Set(outer);
        if (body.Length > 0)
            await outer.Stream.WriteAsync(body, http.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        http.Features.Set(outer);
        await buffer.DisposeAsync();
    }
}
