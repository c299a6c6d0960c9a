using System.Net;
using System.Text;
using System.Text.Json;
using Testing;

namespace Membership.Tests;

[Collection(MembershipService.Name)]
public sealed class DescriptionTests(MembershipService service)
{
    [Fact]
    public async Task Every_operation_says_what_it_does()
    {
        using var anonymous = service.Anonymous();
        var document = await (await anonymous.GetAsync("/openapi/v1.json")).ReadAsync<JsonElement>();
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();
        Assert.True(operations.Count >= 17);
        Assert.All(operations, operation => Assert.True(operation.Value.TryGetProperty("summary", out _), operation.Name));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused_as_too_large()
    {
        var scene = await Scene.StartAsync(service);
        var file = Encoding.UTF8.GetBytes("id,name\n" + new string('x', 1024 * 1024));
        await (await BadImportTests.SendAsync(scene, file, "text/csv")).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }
}
