using Attack.Tests.Platform;
using ServiceDefaults.Access;
using Testing;
using Xunit.Abstractions;

namespace Attack.Tests.Access;

/// <summary>Every cell of the table, asked of the running services: every route by every role, one role at a time.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class RoleTests(AttackedPlatform platform, ITestOutputHelper output)
{
    private readonly List<string> wrong = [];
    private int asked;

    [Fact]
    public async Task Each_role_gets_what_was_decided()
    {
        var trials = await Trials.StartAsync(platform);
        foreach (var decision in Decision.ReadAll(platform.Services.Keys).Where(decision => !decision.Anybody))
        {
            foreach (var role in Roles.All) await TryAsync(trials, decision, role);
        }

        output.WriteLine($"{asked} requests");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Whoever_is_let_in_finds_nothing_of_others()
    {
        var trials = await Trials.StartAsync(platform);
        foreach (var decision in Decision.ReadAll(platform.Services.Keys))
        {
            foreach (var role in decision.May)
            {
                foreach (var (from, expected) in decision.Elsewhere(platform, role)) await TryFromElsewhereAsync(trials, decision, role, from, expected);
            }
        }

        output.WriteLine($"{asked} requests");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task TryAsync(Trials trials, Decision decision, string role)
    {
        var draft = await trials.DraftAsync(decision, role);
        var person = platform.Home.As(role);
        var answer = await trials.AskAsync(draft, person);
        asked++;
        var right = decision.May.Contains(role)
            ? decision.Method == "GET" ? answer.Succeeds : answer.LetsIn
            : $"{answer.Status}" == decision.Others && await IsAsIfMissingAsync(trials, draft, person, answer);
        if (!right) wrong.Add($"{role}: {decision.Route}: {answer}");
    }

    private async Task TryFromElsewhereAsync(Trials trials, Decision decision, string role, Place from, string expected)
    {
        var draft = await trials.DraftAsync(decision, role);
        var answer = await trials.AskAsync(draft, from.As(role));
        asked++;
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
