using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known SeatSamples => new()
    {
        ["membership GET /task-forces/{id}/seats"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/seats"] = (own, _) => Just(new(Roles.AgencyAdmin)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["agencyId"] = own.Agency, ["email"] = "someone@agency.example" },
        }),
        ["membership GET /task-forces/{id}/seats/{seatId}"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },
        ["membership POST /task-forces/{id}/seats/{seatId}/end"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },
    };
}
