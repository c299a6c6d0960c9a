using Membership.Protocols.Routing;
using Membership.Tests.Searching;
using Testing;

namespace Membership.Tests.Protocols;

/// <summary>The effort of a question is that of the steps that match, however large the directory is.</summary>
public abstract class RoutingPlanTests(DirectoryPlans directory)
{
    [Collection(DirectoryPlansInSqlite.Name)]
    public sealed class OnSqlite(DirectoryPlans.InSqlite directory) : RoutingPlanTests(directory);

    [Collection(DirectoryPlansInPostgres.Name)]
    public sealed class OnPostgres(DirectoryPlans.InPostgres directory) : RoutingPlanTests(directory);

    private static readonly string[] Tables =
    [
        "TaskForces", "Agencies", "AgencyLanguages", "AgencyAreas", "AgencyHours", "AgencyHoursExceptions", "AgencyCapacities", "Members", "Seats",
        "ProtocolVersions", "ResponseSteps", "StepContacts", "ReadinessGaps",
    ];

    [Fact]
    public async Task Routing_scans_no_table_and_asks_as_often_for_many_contacts_as_for_few()
    {
        var path = $"/task-forces/{directory.Routed}/routing";
        var list = await (await RouteAsync(directory.Scene.HubAdmin, path)).ReadAsync<CallList>();
        Assert.Equal(LargeProtocol.Steps * LargeProtocol.CalledInStep, list.Calls.Count);

        // It names a twelfth of this directory.
        directory.AssertNoScan(await directory.OfAsync(() => RouteAsync(directory.Scene.HubAdmin, path), Tables), orIndex: true);

        var small = await ProtocolScene.StartAsync(directory);
        await small.InForceAsync(ProtocolScene.Step("shelter", small.Shelter));
        var few = await directory.CountAsync(() => RouteAsync(small.Scene.HubAdmin, $"/task-forces/{small.TaskForce}/routing"));
        Assert.NotEqual(0, few);
        Assert.Equal(few, await directory.CountAsync(() => RouteAsync(directory.Scene.HubAdmin, path)));
    }

    private static Task<HttpResponseMessage> RouteAsync(HttpClient by, string path) => by.PostAsJsonAsync(path, new { });
}
