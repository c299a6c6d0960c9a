using System.Net;
using Membership.Agencies;
using Membership.Differences;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Differences;

/// <summary>A task force whose core group works on what two of its agencies differ in.</summary>
public sealed class DifferenceScene(Scene scene, Guid taskForce, AgencyView bureau, AgencyView shelter, SeatView coreSeat)
{
    public Scene Scene => scene;
    public Guid TaskForce => taskForce;
    public AgencyView Bureau => bureau;
    public AgencyView Shelter => shelter;
    public string Path => $"/task-forces/{taskForce}/differences";

    /// <summary>In the core group, for an agency that is no side.</summary>
    public SeatView CoreSeat => coreSeat;

    public HttpClient CoreGroup => scene.As(Roles.CoreGroup, coreSeat.AgencyId, taskForce, coreSeat.Id);
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>A day of the last month that is over.</summary>
    public static DateOnly LastMonth => new DateOnly(Today.Year, Today.Month, 1).AddDays(-1);

    public static async Task<DifferenceScene> StartAsync(MembershipService service)
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = await scene.TaskForceAsync();
        var (bureau, shelter) = (await scene.AgencyAsync(name: "Harbor Bureau"), await scene.AgencyAsync(name: "Open Door"));
        var mediator = await scene.AgencyAsync(name: "Legal Aid");
        foreach (var agency in new[] { bureau, shelter, mediator }) (await scene.JoinAsync(taskForce.Id, agency.Id)).EnsureSuccessStatusCode();
        var coreSeat = await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", new
        {
            agencyId = mediator.Id, personName = "Carmen Core-Test", involvement = "AgencyLevel", inCoreGroup = true,
        });
        return new(scene, taskForce.Id, bureau, shelter, await coreSeat.ReadAsync<SeatView>(HttpStatusCode.Created));
    }

    public HttpClient AdminOf(AgencyView agency) => scene.As(Roles.AgencyAdmin, agency.Id, taskForce);

    /// <summary>Somebody in each role but the core group's, as near to it as the role can stand.</summary>
    public IEnumerable<(string Role, HttpClient Client)> Others => Roles.All.Where(role => role != Roles.CoreGroup).Select(role => (role, role switch
    {
        Roles.HubAdmin or Roles.DataProtection => scene.As(role),
        Roles.Coordinator or Roles.Funder => scene.As(role, taskForce: taskForce),
        Roles.Investigator or Roles.Prosecutor => scene.As(role, Guid.NewGuid(), taskForce),
        _ => scene.As(role, shelter.Id, taskForce),
    }));

    public object New(string kind = "Philosophy", string question = "May a victim be held as a material witness?", DateOnly? loggedOn = null) =>
        new { kind, question, agencyIds = new[] { bureau.Id, shelter.Id }, loggedOn = loggedOn ?? LastMonth };

    public async Task<DifferenceView> LoggedAsync(string kind = "Philosophy", string question = "May a victim be held as a material witness?") =>
        await (await CoreGroup.PostAsJsonAsync(Path, New(kind, question))).ReadAsync<DifferenceView>(HttpStatusCode.Created);

    public string ViewOf(Guid difference, AgencyView side) => $"{Path}/{difference}/sides/{side.Id}/view";

    public Task<HttpResponseMessage> SayAsync(HttpClient by, Guid difference, AgencyView side, string view) =>
        Scene.ChangeAsync(by, HttpMethod.Put, ViewOf(difference, side), ViewOf(difference, side), new { view });

    public Task<HttpResponseMessage> StepAsync(Guid difference, string what, DateOnly? on = null) => Scene.ChangeAsync(
        CoreGroup, HttpMethod.Post, $"{Path}/{difference}/steps", $"{Path}/{difference}", new { on = on ?? LastMonth, what });

    public Task<HttpResponseMessage> CloseAsync(Guid difference, string outcome, string inWords, DateOnly? on = null) => Scene.ChangeAsync(
        CoreGroup, HttpMethod.Post, $"{Path}/{difference}/closure", $"{Path}/{difference}", new { outcome, inWords, closedOn = on ?? LastMonth });
}

internal static class Entries
{
    /// <summary>As if it had been entered, and closed, in the last month that is over.</summary>
    public static Task EnteredLastMonthAsync(this MembershipDb db, Guid difference) => db.Differences.Where(one => one.Id == difference).ExecuteUpdateAsync(
        entered => entered.SetProperty(one => one.EnteredOn, DifferenceScene.LastMonth).SetProperty(one => one.ClosingEnteredOn, DifferenceScene.LastMonth));
}
