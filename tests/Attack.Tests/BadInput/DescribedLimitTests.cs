using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Attack.Tests.Platform;
using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>What the descriptions say of limits is so: every text and list has one, and up to it a value is taken. Beyond it is bad input.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class DescribedLimitTests(AttackedPlatform platform)
{
    [Fact]
    public async Task Every_text_and_list_of_a_request_has_a_described_limit()
    {
        var open = from operation in await ApiDescription.ReadAllAsync(platform)
                   where operation.Body is not null
                   from field in Fields(operation.Body!, [])
                   where (field.Schema.Is("string") && field.Schema.Limit("maxLength") is null && field.Schema.Codes() is null
                           && field.Schema.Text("pattern") is null && field.Schema.Text("format") is null or "binary")
                       || (field.Schema.Is("array") && field.Schema.Limit("maxItems") is null)
                   select $"{operation}: {string.Join('.', field.Path)}";
        Assert.Empty(open);
    }

    [Fact]
    public Task A_text_as_long_as_the_description_allows_is_taken() => AllAreTakenAsync("length", schema =>
        schema.Limit("maxLength") is { } most && schema.Text("pattern") is null && schema.Text("format") is null ? Text.Quoted(new string('x', most)) : null);

    [Fact]
    public Task What_may_be_null_by_its_description_is_taken_as_null() => AllAreTakenAsync("required|null", schema => schema.MayBeNull() ? "null" : null);

    /// <param name="refusal">By which words a refusal for this is told from one for what the value means beside others.</param>
    private async Task AllAreTakenAsync(string refusal, Func<JsonObject, string?> allowed)
    {
        var refused = new List<string>();
        foreach (var operation in (await ApiDescription.ReadAllAsync(platform)).Where(operation => operation.Body is not null))
        {
            Draft? valid = null;
            foreach (var (path, schema) in Fields(operation.Body!, []))
            {
                if (allowed(schema) is not { } value) continue;
                // What is made stays valid for each of its fields: what is asked is how the field is read.
                var draft = valid ??= (await Samples.ValidAsync(platform, operation)).With("If-Match", Draft.NoVersion);
                var body = new Spoilt(draft.Json!);
                body.Set(path, value);
                using var message = (draft with { Body = body.ToBytes() }).ToMessage(draft.By is { } by ? platform.Mint.TokenFor(by) : null);
                using var answer = await platform.To(operation.Service).SendAsync(message);
                var said = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.BadRequest && JsonNode.Parse(said)!["errors"]?.AsObject().Any(error => IsAbout(error.Key, path)) is true && Regex.IsMatch(said, refusal))
                    refused.Add($"{operation} {string.Join('.', path)}: {said}");
            }
        }

        Assert.Empty(refused);
    }

    /// <summary>Named by its own name: what a rule about the whole says of it (a key that is no key) is another matter.</summary>
    private static bool IsAbout(string error, string[] path) => error.Split('.')[^1] == path[^1];

    private static IEnumerable<(string[] Path, JsonObject Schema)> Fields(JsonObject schema, string[] path)
    {
        if (path.Length > 0) yield return (path, schema);
        foreach (var (name, property) in schema.Properties())
        {
            foreach (var field in Fields(property, [.. path, name])) yield return field;
        }

        if (schema["items"] is not JsonObject items) yield break;
        foreach (var field in Fields(items, [.. path, "0"])) yield return field;
    }
}
