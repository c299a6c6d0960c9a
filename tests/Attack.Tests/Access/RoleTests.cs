using System.Collections.Concurrent;
using Attack.Tests.Platform;
using ServiceDefaults.Access;
using Testing;
using Xunit.Abstractions;

namespace Attack.Tests.Access;

/// <summary>Every cell of the table, asked of the running services: every route by every role, one role at a time.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class RoleTests(AttackedPlatform platform, ITestOutputHelper output)
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 4 };

    private readonly ConcurrentBag<string> wrong = [];
    private int asked;

    [Fact]
    public async Task Each_role_gets_what_was_decided()
    {
        var trials = await Trials.StartAsync(platform);
        foreach (var decision in Decision.ReadAll(platform.Services.Keys).Where(decision => !decision.Anybody))
        {
            await EachAsync(trials, decision, Roles.All, role => role, role => decision.May.Contains(role), role => TryAsync(trials, decision, role));
        }

        Judge();
    }

    [Fact]
    public async Task Whoever_is_let_in_finds_nothing_of_others()
    {
        var trials = await Trials.StartAsync(platform);
        foreach (var decision in Decision.ReadAll(platform.Services.Keys))
        {
            var asking = decision.May.SelectMany(role => decision.Elsewhere(platform, role).Select(place => (Role: role, place.From, place.Expected)));
            await EachAsync(trials, decision, asking, one => one.Role, one => one.Expected is not ("403" or "404"),
                one => TryFromElsewhereAsync(trials, decision, one.Role, one.From, one.Expected));
        }

        Judge();
    }

    /// <summary>Who is let in may change something, and so asks alone; all who only read or are refused ask at once.</summary>
    private static async Task EachAsync<T>(
        Trials trials, Decision decision, IEnumerable<T> asking, Func<T, string> roleOf, Func<T, bool> isLetIn, Func<T, Task> tryAsync)
    {
        var all = asking.ToList();
        foreach (var one in all) await trials.DraftAsync(decision, roleOf(one));
        var alone = all.Where(one => decision.Method != "GET" && isLetIn(one)).ToList();
        foreach (var one in alone) await tryAsync(one);
        await Parallel.ForEachAsync(all.Except(alone), AtOnce, async (one, _) => await tryAsync(one));
    }

    private void Judge()
    {
        output.WriteLine($"{asked} requests");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    private async Task TryAsync(Trials trials, Decision decision, string role)
    {
        var draft = await trials.DraftAsync(decision, role);
        var person = platform.Home.As(role);
        var answer = await trials.AskAsync(draft, person);
        Interlocked.Increment(ref asked);
        var right = decision.May.Contains(role)
            ? decision.Method == "GET" ? answer.Succeeds : answer.LetsIn
            : $"{answer.Status}" == decision.Others && await IsAsIfMissingAsync(trials, draft, person, answer);
        if (!right) wrong.Add($"{role}: {decision.Route}: {answer}");
    }

    private async Task TryFromElsewhereAsync(Trials trials, Decision decision, string role, Place from, string expected)
    {
        var draft = await trials.DraftAsync(decision, role);
        var answer = await trials.AskAsync(draft, from.As(role));
        Interlocked.Increment(ref asked);
        var right = expected switch
        {
            "403" => answer.Status == 403,
            "404" => answer.Status == 404 && await IsAsIfMissingAsync(trials, draft, from.As(role), answer),
            "own" => answer.LetsIn && !Holds(answer, trials.OurIds(draft).Where(id => from.Hub != platform.Home.Hub || !IsOfTheHub(id)))
                && (decision.Method != "GET" || Holds(await trials.AskAsync(draft, platform.Home.As(role)), trials.OurIds(draft))),
            "shared" => answer == await trials.AskAsync(draft, platform.Home.As(role)),
            "unnamed" => answer.Succeeds && !answer.Body.Contains(Requests.Belongings.PersonName, StringComparison.Ordinal),
            "lets in" => answer.LetsIn,
            _ => false,
        };
        if (!right) wrong.Add($"{role} of {from.Name}: {decision.Route} should be {expected}: {answer}");
    }

    private static bool Holds(Surface answer, IEnumerable<string> ids) => ids.Any(id => answer.Body.Contains($"\"{id}\"", StringComparison.Ordinal));

    /// <summary>What the directory shows to the whole hub anyway.</summary>
    private bool IsOfTheHub(string id) =>
        id == platform.Home.Hub || id == platform.Home.TaskForceId.ToString() || platform.Home.Agencies.Values.Any(agency => agency.ToString() == id);

    /// <summary>To whom it is hidden that it exists, the answer is that for what does not exist, byte for byte.</summary>
    private static async Task<bool> IsAsIfMissingAsync(Trials trials, Requests.Draft draft, Person person, Surface answer) =>
        answer.Status != 404 || answer == await trials.AskAsync(trials.Missing(draft), person);
}
