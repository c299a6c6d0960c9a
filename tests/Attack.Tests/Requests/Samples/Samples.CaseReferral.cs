using System.Text.Json.Nodes;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known CaseReferralSamples => new()
    {
        ["case-referral GET /clients"] = (_, _) => Just(new(Roles.CaseWorker) { Query = "?take=200" }),
        ["case-referral POST /clients"] = (_, _) => Just(new(Roles.CaseWorker) { Body = new() { ["languages"] = new JsonArray("tha") } }),
        ["case-referral GET /clients/{id}"] = async (own, _) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ClientAsync() } },
        ["case-referral POST /referrals"] = async (own, _) => new(Roles.CaseWorker)
        {
            Body = new()
            {
                ["clientId"] = await own.ClientAsync(), ["toAgencyId"] = own.Receiver, ["languages"] = new JsonArray("tha"), ["area"] = "US-CA",
            },
        },
        ["case-referral GET /referrals"] = (_, _) => Just(new(Roles.CaseWorker) { Query = "?direction=in&take=200" }),
        ["case-referral GET /referrals/{id}"] = async (own, to) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ReceivedAsync(to) } },
        ["case-referral POST /referrals/{id}/acceptance"] = async (own, to) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ReceivedAsync(to) } },
        ["case-referral POST /referrals/{id}/decline"] = async (own, to) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ReceivedAsync(to) } },
        ["case-referral POST /referrals/{id}/revocation"] = async (own, _) => new(Roles.CaseWorker) { Path = { ["id"] = await own.SentAsync() } },
        ["case-referral GET /audit"] = (own, _) => Just(new(Roles.DataProtection) { Query = $"?hub={own.Home.Hub}" }),
        ["case-referral GET /audit/verification"] = (own, _) => Just(new(Roles.DataProtection) { Query = $"?hub={own.Home.Hub}" }),
    };
}
