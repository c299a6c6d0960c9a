using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known DecisionSamples => new()
    {
        ["membership GET /task-forces/{id}/decisions"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/decisions"] = (own, _) => Just(new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce }, Body = Belongings.DecidedBy(own.Agency),
        }),
        ["membership GET /task-forces/{id}/decisions/{decisionId}"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["decisionId"] = await own.DecisionAsync() },
        },
    };
}
