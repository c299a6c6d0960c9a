using System.Net;
using Attack.Tests.Platform;

namespace Attack.Tests.Requests;

/// <summary>What is spoilt was valid before: each request is carried out, or refused for the state of what it is about.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class SampleTests(AttackedPlatform platform)
{
    private static readonly HttpStatusCode[] OfState = [HttpStatusCode.Conflict];

    [Fact]
    public async Task Every_request_is_valid_before_it_is_spoilt()
    {
        foreach (var operation in (await ApiDescription.ReadAllAsync(platform)).Where(operation => !operation.Anonymous))
        {
            var valid = await Samples.ValidAsync(platform, operation);
            using var message = (operation.Takes("If-Match") ? valid.With("If-Match", "*") : valid).ToMessage(platform.Mint.TokenFor(valid.By!));
            using var answer = await platform.To(operation.Service).SendAsync(message);
            Assert.True(answer.IsSuccessStatusCode || OfState.Contains(answer.StatusCode),
                $"{operation} refuses the request that should be valid: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}. "
                + "Mend its sample in Attack.Tests/Requests/Samples.cs: what its schema does not tell, the sample must.");
        }
    }
}
