using System.Text.Json.Nodes;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known DifferenceSamples => new()
    {
        ["membership GET /task-forces/{id}/differences"] = (own, _) => Just(ForCoreGroup(own)),
        ["membership POST /task-forces/{id}/differences"] = async (own, _) => ForCoreGroup(own) with
        {
            Body = new() { ["agencyIds"] = new JsonArray(own.Agency, await own.MemberAsync()), ["loggedOn"] = "2026-02-01" },
        },
        ["membership GET /task-forces/{id}/differences/{differenceId}"] = async (own, _) => ForCoreGroup(own, await own.DifferenceAsync()),
        ["membership POST /task-forces/{id}/differences/{differenceId}/steps"] = async (own, _) =>
            ForCoreGroup(own, await own.DifferenceAsync()) with { Body = new() { ["on"] = "2026-02-02" } },
        ["membership POST /task-forces/{id}/differences/{differenceId}/closure"] = async (own, _) =>
            ForCoreGroup(own, await own.DifferenceAsync()) with { Body = new() { ["closedOn"] = "2026-02-02" } },
        ["membership GET /task-forces/{id}/differences/{differenceId}/sides/{agencyId}/view"] = async (own, _) => await SideAsync(own),
        ["membership PUT /task-forces/{id}/differences/{differenceId}/sides/{agencyId}/view"] = async (own, _) => await SideAsync(own),
        ["membership GET /task-forces/{id}/difference-views"] = async (own, _) =>
        {
            await own.DifferenceAsync();
            return new Sample(Roles.AgencyAdmin) { Path = { ["id"] = own.TaskForce }, Query = "?take=200" };
        },
        ["membership GET /task-forces/{id}/differences/counts"] = (own, _) => Just(ForCoreGroup(own)),
    };

    private static Sample ForCoreGroup(Belongings own, string? difference = null)
    {
        var sample = new Sample(Roles.CoreGroup) { Path = { ["id"] = own.TaskForce } };
        if (difference is not null) sample.Path["differenceId"] = difference;
        return sample;
    }

    private static async Task<Sample> SideAsync(Belongings own)
    {
        var sample = ForCoreGroup(own, await own.DifferenceAsync());
        sample.Path["agencyId"] = own.Agency;
        return sample;
    }
}
