using System.Globalization;
using System.Text.Json.Nodes;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private const string Round = "/task-forces/{id}/assessment-rounds/{roundId}";

    private static Known SelfAssessmentSamples => new()
    {
        ["membership GET /task-forces/{id}/frameworks"] = (own, _) => Just(Its(own)),
        ["membership POST /task-forces/{id}/frameworks"] = (own, _) => Just(Its(own) with { Body = new() { ["functions"] = Functions() } }),
        ["membership POST /task-forces/{id}/frameworks/default"] = (own, _) => Just(Its(own)),
        ["membership GET /task-forces/{id}/frameworks/{number}"] = async (own, _) =>
            Its(own, ("number", (await own.FrameworkAsync()).ToString(CultureInfo.InvariantCulture))),
        ["membership GET /task-forces/{id}/assessment-rounds"] = (own, _) => Just(Its(own)),
        ["membership POST /task-forces/{id}/assessment-rounds"] = async (own, _) => Its(own) with { Body = new() { ["frameworkVersion"] = await own.FrameworkAsync() } },
        [$"membership GET {Round}"] = async (own, _) => Its(own, ("roundId", await own.RoundAsync())),
        [$"membership PUT {Round}"] = async (own, _) => Its(own, ("roundId", await own.RoundAsync())),
        [$"membership GET {Round}/answers"] = async (own, _) => Its(own, ("roundId", await own.RoundAsync())),
        [$"membership POST {Round}/answers"] = async (own, _) => Its(own, ("roundId", await own.RoundAsync())) with
        {
            Role = Roles.AgencyAdmin, Body = new() { ["element"] = "Training" },
        },
        [$"membership GET {Round}/answers/{{answerId}}"] = Answered,
        [$"membership PUT {Round}/answers/{{answerId}}"] = async (own, agencyClass) => await Answered(own, agencyClass) with { Role = Roles.AgencyAdmin },
        ["membership GET /task-forces/{id}/assessment-comparison"] = (own, _) => Just(Its(own)),
    };

    private static async Task<Sample> Answered(Belongings own, Contracts.AgencyClass agencyClass)
    {
        var (round, answer) = await own.AnswerAsync();
        return Its(own, ("roundId", round), ("answerId", answer));
    }

    private static JsonArray Functions() => new(new JsonObject
    {
        ["code"] = "Together", ["name"] = "Together", ["elements"] = new JsonArray(new JsonObject
        {
            ["code"] = "Training", ["name"] = "Training", ["prompts"] = new JsonArray(
                [.. Enumerable.Range(1, 5).Select(stage => (JsonNode)new JsonObject { ["stage"] = stage, ["text"] = "What shows it?" })]),
        }),
    });
}
