using System.Text.Json.Nodes;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known LeadershipSamples => new()
    {
        ["membership GET /task-forces/{id}/leadership"] = (own, _) => Just(Of(own)),
        ["membership GET /task-forces/{id}/leadership/arrangements"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/leadership/arrangements"] = (own, _) => Just(Of(own)),
        ["membership GET /task-forces/{id}/leadership/arrangements/{arrangementId}"] = async (own, _) => Of(own, "arrangementId", await own.ArrangementAsync()),
        ["membership PUT /task-forces/{id}/leadership/arrangements/{arrangementId}"] = async (own, _) => Of(own, "arrangementId", await own.ArrangementAsync()),
        ["membership POST /task-forces/{id}/leadership/arrangements/{arrangementId}/adoption"] = async (own, _) =>
        {
            var arrangement = await own.ArrangementAsync();
            return Of(own, "arrangementId", arrangement) with
            {
                Body = new() { ["decisionId"] = await own.CarriedAsync("Leadership", arrangement), ["inForceFrom"] = Belongings.Today },
            };
        },
        ["membership POST /task-forces/{id}/leadership/review"] = async (own, _) =>
        {
            await own.ArrangedAsync();
            return Of(own);
        },
        ["membership GET /task-forces/{id}/leadership/positions"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/leadership/positions"] = async (own, _) => Of(own) with
        {
            Body = new()
            {
                ["holders"] = new JsonArray(new JsonObject
                {
                    ["kind"] = "ViceChair", ["seatId"] = await own.SeatAsync(), ["termEndsOn"] = "2026-12-31",
                }),
                ["from"] = "2026-02-01",
            },
        },
        ["membership GET /task-forces/{id}/leadership/positions/{positionId}"] = async (own, _) => Of(own, "positionId", await own.PositionAsync()),
        ["membership POST /task-forces/{id}/leadership/positions/{positionId}/end"] = async (own, _) => Of(own, "positionId", await own.PositionAsync()),
        ["membership POST /task-forces/{id}/leadership/positions/{positionId}/succession"] = async (own, _) =>
            Of(own, "positionId", await own.PositionAsync()) with
            {
                Body = new()
                {
                    ["seatId"] = await own.SeatAsync(), ["on"] = "2026-03-01", ["termEndsOn"] = "2026-12-31",
                },
            },
        ["membership GET /task-forces/{id}/structure-changes"] = (own, _) => Just(Of(own)),
    };

    private static Known CommitteeSamples => new()
    {
        ["membership GET /task-forces/{id}/committees"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/committees"] = async (own, _) => Of(own) with { Body = await own.WorkGroupAsync($"Group {Next()}") },
        ["membership GET /task-forces/{id}/committees/{committeeId}"] = async (own, _) => Of(own, "committeeId", await own.CommitteeAsync($"Group {Next()}")),
        ["membership PUT /task-forces/{id}/committees/{committeeId}"] = async (own, _) =>
            Of(own, "committeeId", await own.CommitteeAsync($"Group {Next()}")) with
            {
                Body = new() { ["name"] = $"Group {Next()}", ["chairSeatId"] = await own.SeatAsync() },
            },
        ["membership POST /task-forces/{id}/committees/{committeeId}/dissolution"] = async (own, _) => await EndingAsync(own),
        ["membership POST /task-forces/{id}/committees/{committeeId}/completion"] = async (own, _) => await EndingAsync(own),
        ["membership POST /task-forces/{id}/committees/{committeeId}/extension"] = async (own, _) =>
            Of(own, "committeeId", await own.CommitteeAsync($"Group {Next()}")) with { Body = new() { ["endsOn"] = "2032-01-01" } },
        ["membership GET /task-forces/{id}/committees/{committeeId}/members"] = async (own, _) => Of(own, "committeeId", await own.CommitteeAsync($"Group {Next()}")),
        ["membership POST /task-forces/{id}/committees/{committeeId}/members"] = async (own, _) =>
            Of(own, "committeeId", await own.CommitteeAsync($"Group {Next()}")) with
            {
                Body = new() { ["agencyId"] = own.Agency, ["seatId"] = await own.SeatAsync() },
            },
        ["membership GET /task-forces/{id}/committees/{committeeId}/members/{memberId}"] = (own, _) => OfCommitteeMemberAsync(own),
        ["membership DELETE /task-forces/{id}/committees/{committeeId}/members/{memberId}"] = (own, _) => OfCommitteeMemberAsync(own),
    };

    private static Sample Of(Belongings own, string? name = null, string? id = null)
    {
        var sample = new Sample(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } };
        if (name is not null) sample.Path[name] = id!;
        return sample;
    }

    private static async Task<Sample> OfCommitteeMemberAsync(Belongings own)
    {
        var committee = await own.CommitteeAsync($"Group {Next()}");
        var sample = Of(own, "committeeId", committee);
        sample.Path["memberId"] = await own.CommitteeMemberAsync(committee);
        return sample;
    }

    private static async Task<Sample> EndingAsync(Belongings own) => Of(own, "committeeId", await own.CommitteeAsync($"Group {Next()}"));
}
