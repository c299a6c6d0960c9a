using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known AgencySamples => new()
    {
        ["membership POST /agencies/import"] = (_, _) => Just(new(Roles.HubAdmin)
        {
            Query = "?agencyClass=Other&agencyType=NGO", File = new() { ["id"] = Guid.NewGuid(), ["name"] = "An agency" },
        }),
        ["membership GET /agencies/{id}"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.Agency } }),
    };
}
