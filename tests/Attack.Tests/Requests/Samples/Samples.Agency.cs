using System.Text.Json.Nodes;
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
        ["membership GET /agencies/{id}/card"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.Agency } }),
        ["membership PUT /agencies/{id}/card"] = (own, _) => Just(new(Roles.AgencyAdmin) { Path = { ["id"] = own.Agency }, Body = Card() }),
        ["membership PUT /agencies/{id}/capacities/{kind}"] = (own, _) => Just(new(Roles.AgencyAdmin)
        {
            Path = { ["id"] = own.Agency, ["kind"] = "Beds" }, Body = new() { ["total"] = 12, ["available"] = 3 },
        }),
        ["membership GET /task-forces/{id}/members/{agencyId}/card"] = (own, _) => Just(new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["agencyId"] = own.Agency },
        }),
        ["membership PUT /task-forces/{id}/members/{agencyId}/card"] = (own, _) => OfWrittenCardAsync(own),
        ["membership POST /task-forces/{id}/members/{agencyId}/card/review"] = (own, _) => OfWrittenCardAsync(own),
        ["membership GET /hsds/organizations"] = async (own, _) =>
        {
            var name = $"Offering{Next()}";
            return new(Roles.HubAdmin) { Path = { ["listed"] = (await own.OfferingAsync(name)).Organization }, Query = $"?search={name}&page=1&per_page=20&full=true" };
        },
        ["membership GET /hsds/organizations/{id}"] = async (own, _) => new(Roles.HubAdmin) { Path = { ["id"] = (await own.OfferingAsync()).Organization } },
        ["membership GET /hsds/services"] = async (own, _) =>
        {
            var (organization, service) = await own.OfferingAsync();
            return new(Roles.HubAdmin) { Path = { ["listed"] = service }, Query = $"?organization_id={organization}&page=1&per_page=20" };
        },
        ["membership GET /hsds/services/{id}"] = async (own, _) => new(Roles.HubAdmin) { Path = { ["id"] = (await own.OfferingAsync()).Service } },
        ["membership POST /representatives/search"] = (_, _) => Just(new(Roles.AgencyAdmin) { Body = new() { ["name"] = "Somebody" } }),
        ["membership GET /task-forces/{id}/card-reviews"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
    };

    /// <summary>Written before: one that nobody has written has the version 0.</summary>
    private static async Task<Sample> OfWrittenCardAsync(Belongings own)
    {
        await own.DoAsync($"/task-forces/{own.TaskForce}/members/{own.Agency}/card", new() { ["role"] = "Takes in whoever is found" }, HttpMethod.Put);
        return new(Roles.AgencyAdmin) { Path = { ["id"] = own.TaskForce, ["agencyId"] = own.Agency } };
    }

    private static JsonObject Card() => new()
    {
        ["website"] = "https://agency.example", ["timeZone"] = "America/Los_Angeles", ["languages"] = new JsonArray("spa"), ["areas"] = new JsonArray("US-CA"),
        ["services"] = new JsonArray(new JsonObject
        {
            ["id"] = null, ["serviceType"] = "EmergencyHousing", ["name"] = "Shelter", ["description"] = "Beds", ["eligibility"] = "For adults",
            ["ageBands"] = new JsonArray("From18To24"), ["genders"] = new JsonArray("Feminine"), ["citizenship"] = "CitizensOnly",
        }),
        ["phones"] = new JsonArray(new JsonObject
        {
            ["id"] = null, ["number"] = "+14155550100", ["extension"] = "12", ["kind"] = "Voice", ["description"] = "At night",
        }),
        ["hours"] = new JsonArray(new JsonObject { ["day"] = "Monday", ["opens"] = "09:00", ["closes"] = "17:00" }),
        ["hoursExceptions"] = new JsonArray(new JsonObject { ["date"] = "2031-12-25", ["opens"] = "10:00", ["closes"] = "12:00" }),
    };
}
