using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known MemberSamples => new()
    {
        ["membership GET /task-forces/{id}/members"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/members"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["agencyId"] = await own.ListedAgencyAsync() },
        },
        ["membership GET /task-forces/{id}/members/{agencyId}"] = (own, _) => Just(new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["agencyId"] = own.Agency },
        }),
        ["membership DELETE /task-forces/{id}/members/{agencyId}"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["agencyId"] = await own.MemberAsync() },
        },
    };
}
