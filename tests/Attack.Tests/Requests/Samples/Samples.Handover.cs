using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known HandoverSamples => new()
    {
        ["membership GET /task-forces/{id}/handovers"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership GET /task-forces/{id}/handovers/{handoverId}"] = (own, _) => HandoverAsync(own),
        ["membership POST /task-forces/{id}/handovers/{handoverId}/dismissal"] = (own, _) => HandoverAsync(own),
        ["membership POST /task-forces/{id}/handovers/{handoverId}/assignment"] = async (own, _) => (await HandoverAsync(own)) with
        {
            Body = new() { ["seatId"] = await own.SeatAsync() },
        },
        ["membership GET /task-forces/{id}/orientations"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership GET /task-forces/{id}/orientations/{orientationId}"] = (own, _) => OrientationAsync(own),
        ["membership POST /task-forces/{id}/orientations/{orientationId}/items"] = (own, _) => OrientationAsync(own),
        ["membership PUT /task-forces/{id}/orientations/{orientationId}/items/{itemId}/text"] = (own, _) => OrientationAsync(own, item: true),
        ["membership POST /task-forces/{id}/orientations/{orientationId}/items/{itemId}/completion"] = async (own, _) =>
            (await OrientationAsync(own, item: true)) with { Body = new() { ["doneOn"] = "2026-01-15" } },
    };

    private static async Task<Sample> HandoverAsync(Belongings own) => new(Roles.Coordinator)
    {
        Path = { ["id"] = own.TaskForce, ["handoverId"] = await own.FlaggedAsync() },
    };

    private static async Task<Sample> OrientationAsync(Belongings own, bool item = false)
    {
        var (orientation, first) = await own.OrientationAsync();
        var sample = new Sample(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["orientationId"] = orientation } };
        if (item) sample.Path["itemId"] = first;
        return sample;
    }
}
