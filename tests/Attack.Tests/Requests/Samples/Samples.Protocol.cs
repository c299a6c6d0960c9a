using System.Text.Json.Nodes;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private const string Protocols = "/task-forces/{id}/protocols";
    private const string ProtocolVersion = $"{Protocols}/{{protocolId}}/versions/{{number}}";

    private static Known ProtocolSamples => new()
    {
        [$"membership GET {Protocols}"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        [$"membership POST {Protocols}"] = (own, _) => Just(new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["topic"] = "Media", ["title"] = $"Protocol {Next()}" },
        }),
        [$"membership GET {Protocols}/{{protocolId}}"] = OfProtocol(numbered: false),
        [$"membership GET {Protocols}/{{protocolId}}/versions"] = OfProtocol(numbered: false),
        [$"membership POST {Protocols}/{{protocolId}}/versions"] = async (own, _) => (await OfAdoptedAsync(own)).Sample,
        [$"membership GET {ProtocolVersion}"] = OfProtocol(),
        [$"membership DELETE {ProtocolVersion}"] = OfProtocol(),
        [$"membership PUT {ProtocolVersion}/text"] = OfProtocol(),
        [$"membership PUT {ProtocolVersion}/steps"] = OfProtocol(body: own => new() { ["steps"] = new JsonArray(Step(own, "police", "shelter"), Step(own, "shelter")) }),
        [$"membership POST {ProtocolVersion}/adoption"] = OfProtocol(body: _ => new() { ["decisionId"] = Guid.NewGuid().ToString() }, adopted: true),
        [$"membership POST {ProtocolVersion}/retirement"] = async (own, _) =>
        {
            var (sample, version) = await OfAdoptedAsync(own, numbered: true);
            return sample with { Body = new() { ["decisionId"] = await own.CarriedAsync("Protocol", version) } };
        },
        [$"membership GET {ProtocolVersion}/acknowledgements"] = OfProtocol(),
        // By nobody's seat and of a draft, since whoever takes part is let in as far as that, and only the person in a seat further.
        [$"membership POST {ProtocolVersion}/acknowledgements"] = OfProtocol(body: _ => new() { ["seatId"] = Guid.NewGuid().ToString() }),
        ["membership GET /task-forces/{id}/seats/{seatId}/acknowledgements"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },
        [$"membership GET {ProtocolVersion}/flowchart"] = OfProtocol(),
        [$"membership GET {ProtocolVersion}/flowchart.svg"] = OfProtocol(),
        [$"membership GET {ProtocolVersion}/flowchart.mmd"] = OfProtocol(),
        ["membership POST /task-forces/{id}/routing"] = (own, _) => Just(new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce },
            Body = new() { ["languages"] = new JsonArray("tha"), ["area"] = "US-CA", ["at"] = "2026-03-04T11:00:00Z" },
        }),
        ["membership GET /task-forces/{id}/readiness"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership GET /task-forces/{id}/readiness/gaps"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
    };

    /// <summary>A new protocol with its first draft.</summary>
    /// <param name="adopted">With a decision that would carry it, where the draft's own is asked for.</param>
    private static Func<Belongings, Contracts.AgencyClass, Task<Sample>> OfProtocol(
        Func<Belongings, JsonObject>? body = null, bool numbered = true, bool adopted = false) => async (own, _) =>
    {
        var protocol = await own.ProtocolAsync($"Protocol {Next()}");
        var sample = new Sample(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["protocolId"] = protocol }, Body = body?.Invoke(own) };
        if (numbered) sample.Path["number"] = "1";
        if (adopted) sample.Body!["decisionId"] = await own.CarriedAsync("Protocol", await own.DraftAsync(protocol));
        return sample;
    };

    /// <summary>One whose first version is adopted.</summary>
    private static async Task<(Sample Sample, string Version)> OfAdoptedAsync(Belongings own, bool numbered = false)
    {
        var (protocol, version) = await own.AdoptedProtocolAsync($"Protocol {Next()}");
        var sample = new Sample(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["protocolId"] = protocol } };
        if (numbered) sample.Path["number"] = "1";
        return (sample, version);
    }

    private static JsonObject Step(Belongings own, string key, params string[] next) => new()
    {
        ["key"] = key, ["title"] = "Call", ["primary"] = new JsonObject { ["agencyId"] = own.Agency, ["seatId"] = null }, ["backups"] = new JsonArray(),
        ["when"] = new JsonObject
        {
            ["traffickingTypes"] = new JsonArray("Labor"), ["citizenships"] = new JsonArray("ForeignNational"), ["victimsFrom"] = 1, ["victimsTo"] = 3,
            ["minors"] = "Yes", ["languages"] = new JsonArray("tha"), ["areas"] = new JsonArray("US-CA"),
        },
        ["mayShare"] = new JsonArray("Languages"), ["withinMinutes"] = 30, ["hours"] = "Named",
        ["namedHours"] = new JsonArray(new JsonObject { ["day"] = "Monday", ["opens"] = "08:00", ["closes"] = "17:00" }),
        ["next"] = new JsonArray([.. next.Select(step => new JsonObject { ["step"] = step, ["when"] = "NotAnswered" })]),
    };
}

internal sealed partial class Belongings
{
    public Task<string> ProtocolAsync(string title) => MakeAsync("membership", $"/task-forces/{TaskForce}/protocols", Home.As(Roles.Coordinator), new()
    {
        ["topic"] = "Media", ["title"] = title, ["text"] = "Nobody speaks to the press alone.",
    });

    /// <summary>The id of a protocol's first draft.</summary>
    public async Task<string> DraftAsync(string protocol)
    {
        using var answer = await platform.SendAsync("membership", HttpMethod.Get, $"/task-forces/{TaskForce}/protocols/{protocol}/versions/1", Home.As(Roles.Coordinator), null);
        return (await Testing.Answers.ReadAsync<System.Text.Json.JsonElement>(answer)).GetProperty("id").GetString()!;
    }
}
