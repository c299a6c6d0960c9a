using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known SeatSamples => new()
    {
        ["membership GET /task-forces/{id}/seats"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/seats"] = (own, _) => Just(new(Roles.AgencyAdmin)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["agencyId"] = own.Agency, ["email"] = "someone@agency.example", ["inCoreGroup"] = false },
        }),
        ["membership GET /task-forces/{id}/seats/{seatId}"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },
        ["membership PUT /task-forces/{id}/seats/{seatId}"] = async (own, _) => new(Roles.AgencyAdmin)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
            Body = new() { ["email"] = "someone@agency.example", ["inCoreGroup"] = false },
        },
        ["membership POST /task-forces/{id}/seats/{seatId}/succession"] = async (own, _) => new(Roles.AgencyAdmin)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },
        ["membership PUT /task-forces/{id}/seats/{seatId}/survivor-status"] = (own, _) => own.OwnSurvivorStatusAsync(),
        ["membership DELETE /task-forces/{id}/seats/{seatId}/survivor-status"] = (own, _) => own.OwnSurvivorStatusAsync(),
        ["membership POST /task-forces/{id}/seats/{seatId}/end"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },
    };
}
