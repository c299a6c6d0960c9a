using System.Text.Json;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Requests;

/// <summary>What agencies offer.</summary>
internal sealed partial class Belongings
{
    /// <summary>An agency with a service, by their ids in HSDS.</summary>
    public async Task<(string Organization, string Service)> OfferingAsync(string name = "An agency that offers")
    {
        var (organization, service) = (Guid.NewGuid(), Guid.NewGuid());
        using var answer = await platform.SendAsync("membership", HttpMethod.Post, "/agencies/import?agencyClass=Other&agencyType=NGO", Home.As(Roles.HubAdmin),
            JsonContent.Create(new { id = organization, name, services = new[] { new { id = service, name = "A service" } } }));
        await answer.ReadAsync<JsonElement>();
        return (organization.ToString(), service.ToString());
    }
}
