using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known PulseSamples => new()
    {
        ["membership GET /task-forces/{id}/participation"] = (own, _) => Just(Of(own)),
        ["membership GET /task-forces/{id}/pulse-rounds"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/pulse-rounds"] = (own, _) => Just(Of(own) with { Body = NextRound() }),
        ["membership GET /task-forces/{id}/pulse-rounds/{roundId}"] = async (own, _) => Of(own, "roundId", await own.PulseRoundAsync(NextRound())),
        ["membership POST /task-forces/{id}/pulse-rounds/{roundId}/token"] = async (own, _) => Of(own, "roundId", await own.PulseRoundAsync(NextRound())),
        ["membership GET /task-forces/{id}/pulse-rounds/{roundId}/results"] = async (own, _) => Of(own, "roundId", await own.PulseRoundAsync(NextRound())),
        ["membership GET /task-forces/{id}/pulse-results"] = (own, _) => Just(Of(own)),
        // Of a round that is not open yet: where that is all that is wrong with it, it is refused for the state.
        ["membership POST /pulse-answers"] = async (own, _) => new(Role: null)
        {
            Body = new() { ["token"] = Base64Url.EncodeToString([.. Guid.Parse(await own.PulseRoundAsync(NextRound())).ToByteArray(), .. RandomNumberGenerator.GetBytes(64)]) },
        },
    };

    /// <summary>One at a time, in order of time: each after the last.</summary>
    private static JsonObject NextRound()
    {
        var opensOn = new DateOnly(2031, 1, 1).AddDays(10 * Next());
        return new() { ["opensOn"] = $"{opensOn:yyyy-MM-dd}", ["closesOn"] = $"{opensOn.AddDays(5):yyyy-MM-dd}" };
    }
}
