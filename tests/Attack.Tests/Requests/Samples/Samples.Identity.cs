using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known IdentitySamples => new()
    {
        ["identity GET /clients"] = (_, _) => Just(new(Roles.AgencyAdmin) { Query = "?take=200" }),
        ["identity GET /audit"] = (_, _) => Just(new(Roles.DataProtection) { Query = "?take=200" }),
        ["identity POST /clients"] = (own, _) => Just(new(Roles.AgencyAdmin) { Body = own.Administrator() }),
        ["identity GET /clients/{clientId}"] = async (own, _) => new(Roles.AgencyAdmin) { Path = { ["clientId"] = await own.RegisteredAsync() } },
        ["identity DELETE /clients/{clientId}"] = async (own, _) => new(Roles.AgencyAdmin) { Path = { ["clientId"] = await own.RegisteredAsync() } },
        ["identity POST /clients/{clientId}/secrets"] = async (own, _) => new(Roles.AgencyAdmin) { Path = { ["clientId"] = await own.RegisteredAsync() } },
        ["identity PUT /clients/{clientId}/jwks"] = async (own, _) => new(Roles.AgencyAdmin)
        {
            Path = { ["clientId"] = await own.RegisteredAsync() }, Body = Belongings.Keys(),
        },
        ["identity POST /keys/rotation"] = (_, _) => Just(new(Roles.PlatformAdmin)),
    };
}
