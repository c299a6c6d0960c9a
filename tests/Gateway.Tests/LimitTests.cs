using System.Net;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

public sealed class LimitTests(Platform platform) : OnPlatform(platform)
{
    private const int OneMiB = 1024 * 1024;

    [Fact]
    public async Task A_body_of_one_MiB_goes_through()
    {
        Platform.Membership.Answer = CountAsync;
        using var content = new ByteArrayContent(new byte[OneMiB]);
        using var answer = await Platform.Client.PostAsync("/api/membership/agencies/import", content);
        Assert.Equal($"{OneMiB}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_larger_body_is_413_and_no_service_hears_of_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/membership/agencies/import") { Content = new ByteArrayContent(new byte[OneMiB + 1]) };
        // It is refused by its length, before it is sent; whoever sends on regardless may find the connection closed.
        request.Headers.ExpectContinue = true;
        using var answer = await Platform.Client.SendAsync(request);
        await ProblemAssert.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, answer);
        Assert.Empty(Platform.Received);
    }

    /// <summary>The one route that takes more: a document of an agreement.</summary>
    [Fact]
    public async Task A_document_of_20_MiB_goes_through_and_a_larger_one_is_413()
    {
        const string document = "/api/membership/task-forces/6f9619ff-8b86-d011-b42d-00c04fc964ff/agreements/6f9619ff-8b86-d011-b42d-00c04fc964ff/versions/1/document";
        Platform.Membership.Answer = CountAsync;
        using var content = new ByteArrayContent(new byte[20 * OneMiB]);
        using var answer = await Platform.Client.PutAsync(document, content);
        Assert.Equal($"{20 * OneMiB}", await answer.Content.ReadAsStringAsync());

        Platform.Forget();
        foreach (var (method, size) in new[] { (HttpMethod.Put, (20 * OneMiB) + 1), (HttpMethod.Post, OneMiB + 1) })
        {
            using var request = new HttpRequestMessage(method, document) { Content = new ByteArrayContent(new byte[size]) };
            request.Headers.ExpectContinue = true;
            using var refused = await Platform.Client.SendAsync(request);
            await ProblemAssert.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, refused);
        }

        Assert.Empty(Platform.Received);
    }

    [Fact]
    public async Task A_body_that_grows_too_large_on_the_way_is_413()
    {
        Platform.Membership.Answer = http => http.Request.Body.CopyToAsync(Stream.Null);
        using var content = new StreamContent(new MemoryStream(new byte[OneMiB + 1]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/membership/agencies/import") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await Platform.Client.SendAsync(request);
        await ProblemAssert.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, answer);
    }

    [Theory]
    [InlineData("zz")]
    [InlineData("ffffffffffffffffff")]
    public async Task A_body_that_is_not_framed_as_HTTP_says_is_400(string chunk)
    {
        Platform.Membership.Answer = http => http.Request.Body.CopyToAsync(Stream.Null);
        var (status, head, _) = await Raw.SendAsync(
            Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(), $"Transfer-Encoding: chunked\r\n\r\n{chunk}\r\n{{}}\r\n0\r\nX: x");
        Assert.Equal(400, status);
        Assert.Contains("application/problem+json", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 2", "Transfer-Encoding: chunked")]
    [InlineData("Content-Length: 2", "Content-Length: 30")]
    [InlineData("Transfer-Encoding: chunked, identity", "X: x")]
    [InlineData("Transfer-Encoding : chunked", "X: x")]
    public async Task A_request_that_two_readers_would_end_differently_never_reaches_a_service_as_two(string one, string other)
    {
        await Raw.SendAsync(Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(),
            one, $"{other}\r\n\r\n0\r\n\r\nGET /journal/harbor HTTP/1.1\r\nHost: membership\r\nX: x");
        Assert.DoesNotContain(Platform.Received, received => received.Target.Contains("journal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_414()
    {
        using var answer = await Platform.Client.GetAsync($"/api/membership/hubs?x={new string('x', 5000)}");
        await ProblemAssert.ProblemAsync(HttpStatusCode.RequestUriTooLong, answer);
        Assert.Empty(Platform.Received);
    }

    [Theory]
    [InlineData(1, 12_500)]
    [InlineData(60, 10)]
    [InlineData(60, 300)]
    public async Task Too_many_or_too_long_headers_are_431(int count, int length)
    {
        var headers = Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('x', length)}").ToArray();
        var (status, head, body) = await Raw.SendAsync(Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(), headers);
        Assert.Equal(431, status);
        Assert.Contains("application/problem+json", head, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", head, StringComparison.Ordinal);
        Assert.Contains("traceId", body, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", body, StringComparison.Ordinal);
        Assert.Empty(Platform.Received);
    }

    /// <summary>So much that the server itself refuses it, before it is a request: a bare answer, and still one.</summary>
    [Theory]
    [InlineData(431, 1, 40_000, 0)]
    [InlineData(431, 300, 10, 0)]
    [InlineData(414, 0, 0, 20_000)]
    public async Task Far_too_much_is_answered_too(int expected, int count, int length, int query)
    {
        var headers = Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('x', length)}").ToArray();
        var (status, head, _) = await Raw.SendAsync(
            Platform.Address, $"/api/membership/hubs?x={new string('x', query)}", Platform.Issuer.Token(), headers);
        Assert.Equal(expected, status);
        Assert.DoesNotContain("xxx", head, StringComparison.Ordinal);
        Assert.Empty(Platform.Received);
    }

    [Fact]
    public async Task The_largest_head_that_comes_in_reaches_the_service()
    {
        var (status, _, _) = await Raw.SendAsync(
            Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(), $"User-Agent: {new string('x', 11_000)}", $"Accept-Language: en");
        Assert.Equal(200, status);
        Assert.Single(Platform.Received);
    }

    private static async Task CountAsync(HttpContext http)
    {
        var length = 0;
        var buffer = new byte[64 * 1024];
        while (await http.Request.Body.ReadAsync(buffer) is var read and > 0)
            length += read;
        await http.Response.WriteAsync($"{length}");
    }
}
