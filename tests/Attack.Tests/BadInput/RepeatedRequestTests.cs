using System.Net;
using System.Text.Json;
using Attack.Tests.Access;
using Attack.Tests.Platform;
using Attack.Tests.Requests;
using Xunit.Abstractions;

namespace Attack.Tests.BadInput;

/// <summary>Every operation with an Idempotency-Key: sent again, altered, and many times at once.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class RepeatedRequestTests(AttackedPlatform platform, ITestOutputHelper output)
{
    private const int AtOnce = 8;

    [Fact]
    public async Task The_same_request_has_one_answer_and_an_altered_one_none()
    {
        var done = new List<(Draft Valid, Surface First)>();
        foreach (var operation in await OperationsAsync())
        {
            var valid = await KeyedAsync(operation);
            var first = await AskAsync(valid);
            if (IsDone(operation, first)) done.Add((valid, first));
        }

        await platform.UntilQuietAsync();
        foreach (var ofService in done.GroupBy(sent => sent.Valid.Operation.Service))
        {
            var content = await Content.OfAsync(platform, ofService.Key);
            foreach (var (valid, first) in ofService) await SendAgainAsync(valid, first);
            Assert.Equal(content, await Content.OfAsync(platform, ofService.Key));
        }
    }

    private async Task SendAgainAsync(Draft valid, Surface first)
    {
        Assert.True(first.Body == (await AskAsync(valid)).Body, $"{valid.Operation} answers differently the second time");
        var altered = valid.Body is { } body ? valid with { Body = [.. body, (byte)' '] } : valid with { Query = "?altered=1" };
        Assert.True((await AskAsync(altered)).Status == 422, $"{valid.Operation} takes a key again for another request");
    }

    [Fact]
    public async Task Of_many_at_once_one_is_carried_out()
    {
        foreach (var operation in await OperationsAsync())
        {
            var valid = await KeyedAsync(operation);
            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => AskAsync(valid)));
            var done = answers.Where(answer => answer.Succeeds).ToList();
            Assert.True(done.Select(answer => answer.Body).Distinct().Count() <= 1, $"{operation} was carried out several times");
            Assert.All(answers.Except(done), answer => Assert.True(answer.Status == 409, $"{operation}: {answer}"));
            Assert.Contains(answers, answer => !answer.Body.Contains("request-running", StringComparison.Ordinal));
        }
    }

    /// <summary>The valid request is carried out, or the state does not allow it and is named.</summary>
    private bool IsDone(Operation operation, Surface answer)
    {
        Assert.True(answer.Succeeds || answer.Status == (int)HttpStatusCode.Conflict,
            $"{operation}: its valid request is refused. Mend its sample in Attack.Tests/Requests/Samples.cs. {answer}");
        if (!answer.Succeeds) output.WriteLine($"{operation}: {JsonDocument.Parse(answer.Body).RootElement.GetProperty("detail")}");
        return answer.Succeeds;
    }

    private async Task<IEnumerable<Operation>> OperationsAsync() =>
        (await ApiDescription.ReadAllAsync(platform)).Where(operation => operation.Takes("Idempotency-Key"));

    private async Task<Draft> KeyedAsync(Operation operation)
    {
        var valid = (await Samples.ValidAsync(platform, operation)).With("Idempotency-Key", Guid.NewGuid().ToString());
        return operation.Takes("If-Match") ? valid.With("If-Match", "*") : valid;
    }

    private async Task<Surface> AskAsync(Draft draft)
    {
        using var message = draft.ToMessage(platform.Mint.TokenFor(draft.By!));
        using var answer = await platform.To(draft.Operation.Service).SendAsync(message);
        return await Surface.OfAsync(answer);
    }
}
