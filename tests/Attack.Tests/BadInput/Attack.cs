using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>One way to spoil a request. Whatever it does, the request must be refused.</summary>
internal sealed record Attack(string Name, Func<Draft, Random, Draft> On);

/// <summary>One way to spoil a body; several can be put on one body, and it stays wrong.</summary>
internal sealed record BodyAttack(string Name, Action<Spoilt, Random> On)
{
    public Attack Alone() => new(Name, (draft, random) =>
    {
        var spoilt = new Spoilt(draft.Json!);
        On(spoilt, random);
        return spoilt.Touched ? draft with { Body = spoilt.ToBytes() } : draft;
    });
}
