using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known EveryServiceSamples => new()
    {
        ["* GET /journal/{hub}"] = (_, _) => Just(new(Roles.Service) { Path = { ["hub"] = "harbor" } }),
        ["* GET /journal"] = (_, _) => Just(new(Roles.Service)),
        ["* GET /streams"] = (_, _) => Just(new(Roles.Ops)),
        ["* GET /faults"] = (_, _) => Just(new(Roles.Ops)),
        ["* POST /faults/{id}/retry"] = async (own, _) => new(Roles.Ops) { Path = { ["id"] = await own.FaultAsync() } },
        ["* POST /faults/{id}/skip"] = async (own, _) => new(Roles.Ops) { Path = { ["id"] = await own.FaultAsync() } },
    };
}
