using System.Net;
using System.Text;
using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.Http;

/// <summary>Each way a body can be wrong names its field, and repeats nothing that was sent.</summary>
public sealed class BodyTests(ShelfHost host) : IClassFixture<ShelfHost>
{
    [Theory]
    [InlineData("unknown", """{"title":"Marked","cover":"Hard","colour":"MARK"}""", "colour")]
    [InlineData("unknown below", """{"title":"Marked","cover":"Hard","chapters":[{"name":"a"},{"name":"b","zip":"MARK"}]}""", "chapters[1].zip")]
    [InlineData("unknown of another case", """{"Title":"MARK","title":"Marked","cover":"Hard"}""", "Title")]
    [InlineData("unknown, no name", """{"title":"Marked","cover":"Hard","MARK MARK":1}""", "$")]
    [InlineData("missing", "{}", "cover title")]
    [InlineData("missing below", """{"title":"Marked","cover":"Hard","chapters":[{}]}""", "chapters[0].name")]
    [InlineData("null", """{"title":null,"cover":"Hard"}""", "title")]
    [InlineData("null in a list", """{"title":"Marked","cover":"Hard","chapters":[null]}""", "chapters")]
    [InlineData("null in a list below", """{"title":"Marked","cover":"Hard","chapters":[{"name":"a","notes":["x",null]}]}""", "chapters[0].notes")]
    [InlineData("number for text", """{"title":77112,"cover":"Hard"}""", "title")]
    [InlineData("text for number", """{"title":"Marked","cover":"Hard","pages":"77112"}""", "pages")]
    [InlineData("number too large", """{"title":"Marked","cover":"Hard","pages":77112000000000}""", "pages")]
    [InlineData("code as number", """{"title":"Marked","cover":1}""", "cover")]
    [InlineData("code as number text", """{"title":"Marked","cover":"1"}""", "cover")]
    [InlineData("code unknown", """{"title":"Marked","cover":"MARK"}""", "cover")]
    [InlineData("code of another case", """{"title":"Marked","cover":"hard"}""", "cover")]
    [InlineData("codes added up", """{"title":"Marked","cover":"Hard, Soft"}""", "cover")]
    [InlineData("twice", """{"title":"Marked","title":"MARK","cover":"Hard"}""", "title")]
    [InlineData("cut off", """{"title":"MARK""", "$")]
    [InlineData("not JSON", """{"title":MARK}""", "$")]
    [InlineData("more after it", """{"title":"Marked","cover":"Hard"} MARK""", "$")]
    [InlineData("empty", "", "$")]
    [InlineData("null body", "null", "$")]
    [InlineData("null character", """{"title":"MA\u0000RK","cover":"Hard"}""", "title")]
    [InlineData("half a character", """{"title":"MARK\ud800","cover":"Hard"}""", "title")]
    [InlineData("too long", """{"title":"MARK567890123456789012345","cover":"Hard"}""", "title")]
    [InlineData("too long below", """{"title":"Marked","cover":"Hard","chapters":[{"name":"a"},{"name":"MARKMARK"}]}""", "chapters[1].name")]
    public async Task A_wrong_body_names_the_field(string what, string json, string field)
    {
        using var client = host.As();
        using var answer = await client.PostJsonAsync("/books", json);
        Assert.True(field == await answer.InvalidFieldAsync(), $"{what}: {await answer.Content.ReadAsStringAsync()}");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("MARK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("77112", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_named_too()
    {
        using var client = host.As();
        using var content = new ByteArrayContent([.. "{\"title\":\""u8, 0xff, 0xfe, .. "\",\"cover\":\"Hard\"}"u8]);
        content.Headers.ContentType = new("application/json");
        using var answer = await client.PostAsync("/books", content);
        Assert.Equal("title", await answer.InvalidFieldAsync());
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        using var client = host.As();
        using var answer = await client.PostJsonAsync("/books", "{\"title\":" + new string('[', 5000));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_413()
    {
        using var client = host.As();
        // It is refused by its length, before it is sent; whoever sends on regardless may find the connection closed.
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await client.PostJsonAsync("/books", "{\"title\":\"" + new string('x', 1024 * 1024) + "\",\"cover\":\"Hard\"}");
        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task A_body_above_the_limit_is_413_with_a_key_and_without_a_length_too()
    {
        using var client = host.As();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/books") { Content = new StringContent("\"" + new string('x', 1024 * 1024) + "\"", Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request);
        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task Another_media_type_is_415()
    {
        using var client = host.As();
        using var answer = await client.PostAsync("/books", new StringContent("<book/>", Encoding.UTF8, "application/xml"));
        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }
}
