using System.Text.Json.Nodes;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known TaskForceSamples => new()
    {
        ["membership POST /task-forces"] = (own, _) => Just(new(Roles.HubAdmin)
        {
            Body = new() { ["hub"] = own.Home.Hub, ["name"] = $"Task force {Next()}" },
        }),
        ["membership GET /task-forces/{id}"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.TaskForce } }),
        ["membership PUT /task-forces/{id}"] = (own, _) => Just(new(Roles.HubAdmin)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["name"] = $"Task force {Next()}", ["areas"] = new JsonArray("US-CA") },
        }),
        ["membership GET /task-forces/{id}/reasons"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership GET /task-forces/{id}/reasons/{agencyId}"] = async (own, _) =>
        {
            await own.DoAsync($"/task-forces/{own.TaskForce}/reasons/{own.Agency}", new() { ["reason"] = "They have beds." }, HttpMethod.Put, Roles.AgencyAdmin);
            return new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["agencyId"] = own.Agency } };
        },
        ["membership PUT /task-forces/{id}/reasons/{agencyId}"] = (own, _) => Just(new(Roles.AgencyAdmin)
        {
            Path = { ["id"] = own.TaskForce, ["agencyId"] = own.Agency },
        }),
        ["membership GET /task-forces/{id}/visions"] = (own, _) => Just(new(Roles.CoreGroup) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/visions"] = (own, _) => Just(new(Roles.CoreGroup) { Path = { ["id"] = own.TaskForce } }),
        ["membership GET /task-forces/{id}/visions/{number}"] = async (own, _) => new(Roles.CoreGroup)
        {
            Path = { ["id"] = own.TaskForce, ["number"] = (await own.VisionAsync()).Number },
        },
        ["membership POST /task-forces/{id}/visions/{number}/adoption"] = async (own, _) =>
        {
            var (id, number) = await own.VisionAsync();
            return new(Roles.CoreGroup)
            {
                Path = { ["id"] = own.TaskForce, ["number"] = number }, Body = new() { ["decisionId"] = await own.CarriedAsync("VisionAndMission", id) },
            };
        },
        ["membership GET /task-forces/{id}/guiding-principles"] = (own, _) => Just(new(Roles.CoreGroup) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/guiding-principles"] = (own, _) => Just(new(Roles.CoreGroup) { Path = { ["id"] = own.TaskForce } }),
        ["membership GET /task-forces/{id}/guiding-principles/{number}"] = async (own, _) => new(Roles.CoreGroup)
        {
            Path = { ["id"] = own.TaskForce, ["number"] = (await own.PrinciplesAsync()).Number },
        },
        ["membership POST /task-forces/{id}/guiding-principles/{number}/adoption"] = async (own, _) =>
        {
            var (id, number) = await own.PrinciplesAsync();
            return new(Roles.CoreGroup)
            {
                Path = { ["id"] = own.TaskForce, ["number"] = number }, Body = new() { ["decisionId"] = await own.CarriedAsync("GuidingPrinciples", id) },
            };
        },
        ["membership GET /task-forces/{id}/guiding-principles/{number}/acknowledgements"] = async (own, _) => new(Roles.CoreGroup)
        {
            Path = { ["id"] = own.TaskForce, ["number"] = (await own.PrinciplesAsync()).Number },
        },
        ["membership POST /task-forces/{id}/guiding-principles/{number}/acknowledgements"] = async (own, agencyClass) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["number"] = await own.AdoptedPrinciplesAsync() },
            Body = new() { ["agencyId"] = own.Home.Agencies[agencyClass].ToString() },
        },
        ["membership GET /task-forces/{id}/milestones"] = (own, _) => Just(new(Roles.CoreGroup) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/milestones"] = (own, _) => Just(new(Roles.CoreGroup) { Path = { ["id"] = own.TaskForce } }),
        ["membership GET /task-forces/{id}/milestones/{milestoneId}"] = async (own, _) => new(Roles.CoreGroup) { Path = await own.MilestoneAsync() },
        ["membership PUT /task-forces/{id}/milestones/{milestoneId}"] = async (own, _) => new(Roles.CoreGroup) { Path = await own.MilestoneAsync() },
        ["membership POST /task-forces/{id}/milestones/{milestoneId}/reached"] = async (own, _) => new(Roles.CoreGroup)
        {
            Path = await own.MilestoneAsync(), Body = new() { ["reachedOn"] = "2026-02-01" },
        },
        ["membership DELETE /task-forces/{id}/milestones/{milestoneId}"] = async (own, _) => new(Roles.CoreGroup) { Path = await own.MilestoneAsync() },
    };
}

internal sealed partial class Belongings
{
    public Task<(string Id, string Number)> VisionAsync() =>
        StatementAsync("visions", new() { ["vision"] = "A vision", ["mission"] = "A mission" });

    public Task<(string Id, string Number)> PrinciplesAsync() =>
        StatementAsync("guiding-principles", new() { ["principles"] = new JsonArray(new JsonObject { ["text"] = "A principle" }) });

    public async Task<Dictionary<string, string>> MilestoneAsync() => new()
    {
        ["id"] = TaskForce,
        ["milestoneId"] = await MakeAsync("membership", $"/task-forces/{TaskForce}/milestones", Home.As(Roles.CoreGroup), new() { ["title"] = "A milestone" }),
    };

    private async Task<(string Id, string Number)> StatementAsync(string kind, JsonObject draft)
    {
        var path = $"/task-forces/{TaskForce}/{kind}";
        var number = await MakeAsync("membership", path, Home.As(Roles.CoreGroup), draft, "number");
        using var answer = await platform.SendAsync("membership", HttpMethod.Get, $"{path}/{number}", Home.As(Roles.CoreGroup), null);
        return ((await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString(), number);
    }
}
