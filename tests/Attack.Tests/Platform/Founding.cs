using System.Net;
using System.Text.Json;
using Attack.Tests.Requests;
using CaseReferral.Storage;
using Contracts;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Platform;

/// <summary>Hubs, task forces and their agencies, made as they are made in life: over HTTP, by whoever may.</summary>
/// <param name="established">The hubs that are there already.</param>
internal sealed class Founding(AttackedPlatform platform, params IEnumerable<string> established)
{
    private static readonly AgencyClass[] Classes = [AgencyClass.VictimServices, AgencyClass.LawEnforcement, AgencyClass.Prosecution];
    private readonly HashSet<string> hubs = [.. established];

    /// <summary>A task force of its own, with an agency of each class.</summary>
    public async Task<Place> PlaceAsync(string name, string hub)
    {
        if (hubs.Add(hub)) await PostAsync("/hubs", new Person(Roles.PlatformAdmin), new { code = hub, name = hub });
        var taskForce = await PostAsync("/task-forces", HubAdmin(hub), new
        {
            hub, name = $"Task force {name}", purpose = "Create survivors through collaboration", formality = "Formal", model = "ECM",
        });
        var place = await AgenciesAsync(name, new Place(name, hub, taskForce.GetProperty("id").GetGuid(), new Dictionary<AgencyClass, Guid>()));
        var seat = await PostAsync($"/task-forces/{place.TaskForceId}/seats", HubAdmin(hub), new
        {
            agencyId = place.Agencies[AgencyClass.VictimServices], personName = Belongings.PersonName, involvement = "AgencyLevel", inCoreGroup = true,
        });
        return place with { CoreGroupSeat = seat.GetProperty("id").GetGuid() };
    }

    /// <summary>More agencies in the same task force.</summary>
    public async Task<Place> AgenciesAsync(string name, Place at)
    {
        var agencies = new Dictionary<AgencyClass, Guid>();
        foreach (var agencyClass in Classes)
        {
            var type = agencyClass == AgencyClass.LawEnforcement ? AgencyType.LawEnforcement : AgencyType.NGO;
            var report = await PostAsync(
                $"/agencies/import?agencyClass={agencyClass}&agencyType={type}", HubAdmin(at.Hub), new { id = Guid.NewGuid(), name = $"{name} {agencyClass}" });
            var agencyId = agencies[agencyClass] = report.GetProperty("agencies")[0].GetProperty("id").GetGuid();
            await PostAsync($"/task-forces/{at.TaskForceId}/members", HubAdmin(at.Hub), new { agencyId });
        }

        return at with { Name = name, Agencies = agencies };
    }

    /// <summary>Until Identity and CaseReferral have heard of all these agencies.</summary>
    public async Task UntilKnownAsync(params Place[] places)
    {
        var agencies = places.SelectMany(place => place.Agencies.Values).ToList();
        await Until.TrueAsync(
            async () => await CountAsync<IdentityDb>("identity", db => db.ListedMembers.CountAsync(member => agencies.Contains(member.AgencyId))) == agencies.Count
                && await CountAsync<CaseReferralDb>("case-referral", db => db.Memberships.CountAsync(member => agencies.Contains(member.AgencyId))) == agencies.Count,
            "the agencies are known everywhere", TimeSpan.FromMinutes(1));
    }

    private async Task<int> CountAsync<TDb>(string service, Func<TDb, Task<int>> count) where TDb : DbContext
    {
        await using var scope = platform.Services[service].CreateAsyncScope();
        return await count(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    private static Person HubAdmin(string hub) => new(Roles.HubAdmin) { Hub = hub };

    private async Task<JsonElement> PostAsync(string path, Person by, object body)
    {
        using var answer = await platform.SendAsync("membership", HttpMethod.Post, path, by, JsonContent.Create(body));
        return await answer.ReadAsync<JsonElement>(answer.IsSuccessStatusCode ? answer.StatusCode : HttpStatusCode.Created);
    }
}
