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
        var alone = valid.Sum(draft => Attacks.On(draft, 0).Count);
        var withBody = valid.Count(draft => BodyAttacks.On(draft.Operation).Any());
        var byChance = Math.Max(AtLeastByChance, ((AtLeast - alone) / withBody) + 1);

        var faults = new List<string>();
        var sent = 0;
        foreach (var draft in valid)
        {
            var attacks = Attacks.On(draft, byChance);
            sent += attacks.Count;
            // A few of each operation say what is wrong; thousands of one hide the others.
            var found = await new Barrage(platform, draft, Seed).SendAsync(attacks);
            faults.AddRange(found.Count <= Shown ? found : [.. found.Take(Shown), $"{draft.Operation}: {found.Count - Shown} more"]);
        }

        output.WriteLine($"{sent} spoilt requests to {valid.Count} operations; seed {Seed}; {faults.Count} not refused as they must be");
        Assert.True(sent >= AtLeast, $"Only {sent} requests.");
        Assert.True(faults.Count == 0, $"{faults.Count} of {sent}:\n{string.Join('\n', faults)}");
    }
}
