using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>All ways to spoil one operation's request: each alone, then by chance several at once.</summary>
internal static class Attacks
{
    public static IReadOnlyList<Attack> On(Draft valid, int byChance)
    {
        var attacks = AddressAttacks.On(valid).ToList();
        if (valid.Json is null) return attacks;
        attacks.AddRange(WholeBodyAttacks.On(valid));
        var inBody = BodyAttacks.On(valid.Operation).ToList();
        if (inBody.Count == 0) return attacks;
        attacks.AddRange(inBody.Select(attack => attack.Alone()));
        attacks.AddRange(Enumerable.Range(0, byChance).Select(number => ByChance($"by chance {number}", inBody)));
        return attacks;
    }

    /// <summary>One to four of them on one body: nothing that one spoils is mended by another.</summary>
    private static Attack ByChance(string name, List<BodyAttack> attacks) => new(name, (draft, random) =>
    {
        var spoilt = new Spoilt(draft.Json!);
        for (var left = random.Next(1, 5); left > 0; left--) attacks[random.Next(attacks.Count)].On(spoilt, random);
        if (!spoilt.Touched) return draft;
        var body = spoilt.ToBytes();
        return draft with { Body = random.Next(5) == 0 ? WholeBodyAttacks.BrokenOff(body, random) : body, Chunked = random.Next(10) == 0 };
    });
}
