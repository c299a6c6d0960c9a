using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known HubSamples => new()
    {
        ["membership POST /hubs"] = (_, _) => Just(new(Roles.PlatformAdmin) { Body = new() { ["code"] = $"hub-{Next()}" } }),
        ["membership GET /audit"] = (own, _) => Just(new(Roles.DataProtection) { Query = $"?hub={own.Home.Hub}&take=200" }),
        ["membership GET /audit/verification"] = (own, _) => Just(new(Roles.DataProtection) { Query = $"?hub={own.Home.Hub}" }),
        ["membership GET /hubs/{code}"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["code"] = own.Home.Hub } }),
    };
}
