using Attack.Tests.Platform;
using ServiceDefaults.Access;

namespace Attack.Tests.Access;

/// <summary>The table and the services' own lists of routes say the same.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class DecisionTests(AttackedPlatform platform)
{
    private IReadOnlyList<Decision> Decisions => Decision.ReadAll(platform.Services.Keys);

    private IEnumerable<(string Route, RouteRow Row)> Routes =>
        from service in platform.Services
        from row in RouteTable.Of(service.Value)
        select ($"{service.Key} {row.Method} {Decision.Shape(row.Pattern)}", row);

    [Fact]
    public void Every_route_is_decided()
    {
        var undecided = Routes.Select(route => route.Route).Except(Decisions.Select(decision => decision.Route)).ToList();
        Assert.True(undecided.Count == 0,
            $"Nobody has decided who may use these. Add a row for each in a table of Attack.Tests/Access/Decisions:\n{string.Join('\n', undecided)}");
    }

    [Fact]
    public void Every_decision_is_about_a_route()
    {
        Assert.Empty(Decisions.Select(decision => decision.Route).Except(Routes.Select(route => route.Route)));
        Assert.Equal(Decisions.Count, Decisions.Select(decision => decision.Route).Distinct().Count());
    }

    [Fact]
    public void What_a_route_itself_demands_is_what_was_decided()
    {
        foreach (var decision in Decisions)
        {
            var row = Routes.Single(route => route.Route == decision.Route).Row;
            Assert.True(row.Anonymous == decision.Anybody, $"{decision.Route} is open to anybody: {row.Anonymous}");
            if (row.Roles.Count == 0) continue;
            var demanded = Roles.All.Where(role => row.Roles.All(required => required.Roles.Contains(role)));
            Assert.True(demanded.Order().SequenceEqual(decision.May.Order()), $"{decision.Route} lets in {string.Join(", ", demanded)}");
        }
    }
}
