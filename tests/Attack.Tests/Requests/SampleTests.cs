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
        var refused = new List<string>();
        foreach (var operation in (await ApiDescription.ReadAllAsync(platform)).Where(operation => !operation.Anonymous || operation.Body is not null))
        {
            if (await RefusalAsync(operation) is { } refusal) refused.Add($"{operation}: {refusal}");
        }

        Assert.True(refused.Count == 0,
            "These refuse the request that should be valid. Mend its sample in Attack.Tests/Requests/Samples: what its schema does not tell, the sample must.\n"
            + string.Join('\n', refused));
    }

    private async Task<string?> RefusalAsync(Operation operation)
    {
        try
        {
            var valid = await Samples.ValidAsync(platform, operation);
            using var message = (operation.Takes("If-Match") ? valid.With("If-Match", "*") : valid).ToMessage(valid.By is { } by ? platform.Mint.TokenFor(by) : null);
            using var answer = await platform.To(operation.Service).SendAsync(message);
            return answer.IsSuccessStatusCode || OfState.Contains(answer.StatusCode) ? null : $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }
        catch (Exception exception) when (exception is InvalidOperationException or Xunit.Sdk.XunitException)
        {
            return exception.Message;
        }
    }
}
