using System.Text.RegularExpressions;
using Membership.Protocols.Routing;
using Membership.Tests.Searching;
using ServiceDefaults.Storage;
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
        var list = await (await directory.Scene.HubAdmin.PostAsJsonAsync(path, new { })).ReadAsync<CallList>();
        Assert.Equal(LargeProtocol.Steps * LargeProtocol.CalledInStep, list.Calls.Count);

        var plan = await directory.OfAsync(() => directory.Scene.HubAdmin.PostAsJsonAsync(path, new { }), Tables);
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, step => directory.Provider == DatabaseProvider.Sqlite
            ? Regex.IsMatch(step, @"^SCAN (?!CONSTANT ROW|\(|value|json_each)") && !Regex.IsMatch(step, "^SCAN [a-z0-9]+ VIRTUAL TABLE")
            : step.Contains("Seq Scan on ", StringComparison.Ordinal));
    }
}
