using Attack.Tests.Platform;
using Attack.Tests.Requests;
using Xunit.Abstractions;

namespace Attack.Tests.BadInput;

/// <summary>
/// Every way to spoil every request, made from the services' own descriptions: refused with a problem, and nothing
/// written. An operation that is added is attacked from then on without a line here.
/// </summary>
[Collection(AttackedPlatform.Name)]
public sealed class BadInputTests(AttackedPlatform platform, ITestOutputHelper output)
{
    private const int Seed = 4_9_1863;
    private const int AtLeast = 10_000;
    private const int AtLeastByChance = 5;
    private const int Shown = 6;

    [Fact]
    public async Task Whatever_is_sent_wrongly_is_refused_with_a_problem_and_writes_nothing()
    {
        var valid = new List<Draft>();
        foreach (var operation in (await ApiDescription.ReadAllAsync(platform)).Where(operation => !operation.Anonymous || operation.Body is not null))
        {
            var draft = await Samples.ValidAsync(platform, operation);
            valid.Add(operation.Takes("If-Match") ? draft.With("If-Match", "*") : draft);
        }

        await platform.UntilQuietAsync();
        var alone = Counted(valid);
        var withBody = valid.Count(draft => BodyAttacks.On(draft.Operation).Any());
        var byChance = Math.Max(AtLeastByChance, ((AtLeast - alone) / withBody) + 1);

        var faults = new List<string>();
        var sent = 0;
        var (turns, content) = (new Dictionary<string, Turns>(), new Dictionary<string, string>());
        foreach (var draft in valid)
        {
            var service = draft.Operation.Service;
            var attacks = Attacks.On(draft, byChance, TurnsOf(turns, service));
            sent += attacks.Count;
            if (!content.TryGetValue(service, out var before)) before = await Content.OfAsync(platform, service);
            // A few of each operation say what is wrong; thousands of one hide the others.
            (var found, content[service]) = await new Barrage(platform, draft, Seed).SendAsync(attacks, before);
            faults.AddRange(found.Count <= Shown ? found : [.. found.Take(Shown), $"{draft.Operation}: {found.Count - Shown} more"]);
        }

        output.WriteLine($"{sent} spoilt requests to {valid.Count} operations; seed {Seed}; {faults.Count} not refused as they must be");
        Assert.True(sent >= AtLeast, $"Only {sent} requests.");
        Assert.True(faults.Count == 0, $"{faults.Count} of {sent}:\n{string.Join('\n', faults)}");
    }

    private static int Counted(List<Draft> valid)
    {
        var turns = new Dictionary<string, Turns>();
        return valid.Sum(draft => Attacks.On(draft, 0, TurnsOf(turns, draft.Operation.Service)).Count);
    }

    private static Turns TurnsOf(Dictionary<string, Turns> turns, string service) => turns.TryGetValue(service, out var known) ? known : turns[service] = new Turns();
}
