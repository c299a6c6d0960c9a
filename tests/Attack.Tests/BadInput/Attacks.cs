using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>
/// The ways to spoil one operation's request: each alone, then by chance several at once. Each field meets what is decided
/// field by field (types, limits, lists, forms, texts that no database keeps); what JSON's and HTTP's readers refuse whatever
/// the field and the operation is sent in full to the first field of each operation and the first operation of each service,
/// and in turns to the others.
/// </summary>
internal static class Attacks
{
    /// <param name="turns">Those of the operation's service.</param>
    public static IReadOnlyList<Attack> On(Draft valid, int byChance, Turns turns)
    {
        var attacks = AddressAttacks.On(valid, turns).ToList();
        if (valid.Json is null) return attacks;
        attacks.AddRange(WholeBodyAttacks.On(valid, turns));
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
