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
    };
}
