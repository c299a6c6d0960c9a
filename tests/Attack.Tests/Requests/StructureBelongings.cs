using System.Text.Json.Nodes;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

/// <summary>How those at home lead themselves, and in what they differ.</summary>
internal static class StructureBelongings
{
    public static Task<string> ArrangementAsync(this Belongings own) =>
        own.MakeAsync($"/task-forces/{own.TaskForce}/leadership/arrangements", Roles.Coordinator, new()
        {
            ["model"] = "Single", ["chosenBy"] = "Appointed", ["choiceInWords"] = "By the members", ["reviewOn"] = "2031-05-01",
        });

    /// <summary>A vice-chair: of those there may be any number.</summary>
    public static async Task<string> PositionAsync(this Belongings own) =>
        await own.MakeFirstAsync($"/task-forces/{own.TaskForce}/leadership/positions", Roles.Coordinator, new()
        {
            ["holders"] = new JsonArray(new JsonObject { ["kind"] = "ViceChair", ["seatId"] = await own.SeatAsync() }),
            ["from"] = "2026-02-01", ["why"] = "As agreed",
        });

    public static async Task<JsonObject> WorkGroupAsync(this Belongings own, string name) => new()
    {
        ["kind"] = "WorkGroup", ["name"] = name, ["purpose"] = "Draft the protocol", ["formedOn"] = "2026-02-01", ["endsOn"] = "2031-05-01",
        ["chairSeatId"] = await own.SeatAsync(), ["agencyIds"] = new JsonArray(own.Receiver),
    };

    public static async Task<string> CommitteeAsync(this Belongings own, string name) =>
        await own.MakeAsync($"/task-forces/{own.TaskForce}/committees", Roles.Coordinator, await own.WorkGroupAsync(name));

    public static Task<string> CommitteeMemberAsync(this Belongings own, string committee) => own.MakeAsync(
        $"/task-forces/{own.TaskForce}/committees/{committee}/members", Roles.Coordinator, new() { ["agencyId"] = own.Agency });

    public static async Task<string> DifferenceAsync(this Belongings own) =>
        await own.MakeAsync($"/task-forces/{own.TaskForce}/differences", Roles.CoreGroup, new()
        {
            ["kind"] = "Philosophy", ["question"] = "May a victim be held as a witness?", ["loggedOn"] = "2026-02-01",
            ["agencyIds"] = new JsonArray(own.Agency, await own.MemberAsync()),
        });

    /// <summary>A round to come, with enough people to answer it.</summary>
    public static async Task<string> PulseRoundAsync(this Belongings own, JsonObject round)
    {
        for (var seat = 0; seat < 5; seat++) await own.SeatAsync();
        return await own.MakeAsync($"/task-forces/{own.TaskForce}/pulse-rounds", Roles.Coordinator, round);
    }
}
