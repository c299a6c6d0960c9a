using System.Collections.Concurrent;
using Attack.Tests.Platform;
using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>Sends spoilt requests to one operation, many at once, and tells what was not refused as it must be.</summary>
internal sealed class Barrage(AttackedPlatform platform, Draft valid, int seed)
{
    /// <summary>Reading what is not there may also find nothing.</summary>
    private const string NothingFound = "[]";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly string? token = valid.By is null ? null : platform.Mint.TokenFor(valid.By);

    /// <summary>The attacks by their numbers; the number and the seed decide what an attack does, so each can be sent again alone.</summary>
    /// <param name="before">What the operation's service holds before them.</param>
    /// <returns>And what it holds after them.</returns>
    public async Task<(IReadOnlyList<string> Faults, string After)> SendAsync(IReadOnlyList<Attack> attacks, string before)
    {
        var faults = new ConcurrentBag<(int Number, string Fault)>();
        await Parallel.ForEachAsync(attacks.Index(), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (numbered, cancellationToken) =>
        {
            if (await FaultAsync(numbered.Item, numbered.Index, cancellationToken) is { } fault) faults.Add((numbered.Index, fault));
        });
        var after = await Content.OfAsync(platform, valid.Operation.Service);
        if (before != after)
        {
            faults.Add((-1, $"{await CulpritAsync(attacks)} wrote:\n{Difference(before, after)}"));
            after = await Content.OfAsync(platform, valid.Operation.Service);
        }

        return ([.. faults.OrderBy(fault => fault.Number).Select(fault =>
            $"{valid.Operation} [seed {seed}, number {fault.Number}{(fault.Number < 0 ? "" : $", {attacks[fault.Number].Name}")}]: {fault.Fault}")], after);
    }

    private async Task<string?> FaultAsync(Attack attack, int number, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Longest);
            var spoilt = attack.On(valid, new Random(seed + number));
            if (ReferenceEquals(spoilt, valid)) return null; // there is nothing in this request that it could spoil
            using var message = spoilt.ToMessage(token);
            using var answer = await platform.To(valid.Operation.Service).SendAsync(message, limit.Token);
            return valid.Operation.Writes || !answer.IsSuccessStatusCode || await answer.Content.ReadAsStringAsync(limit.Token) != NothingFound
                ? await Refusal.FaultAsync(answer)
                : null;
        }
        catch (OperationCanceledException)
        {
            return $"no answer within {Longest.TotalSeconds} s";
        }
        catch (HttpRequestException exception)
        {
            return $"no answer: {exception.Message} {exception.InnerException?.Message}";
        }
    }

    /// <summary>One after the other, until one writes.</summary>
    private async Task<string> CulpritAsync(IReadOnlyList<Attack> attacks)
    {
        var before = await Content.OfAsync(platform, valid.Operation.Service);
        foreach (var (number, attack) in attacks.Index())
        {
            await FaultAsync(attack, number, CancellationToken.None);
            if (await Content.OfAsync(platform, valid.Operation.Service) != before) return $"number {number}, {attack.Name},";
        }

        return "None of them alone, but all of them together,";
    }

    private static string Difference(string before, string after) => string.Join('\n', after.Split('\n').Except(before.Split('\n')));
}
