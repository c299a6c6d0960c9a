using System.Net;
using Membership.Tests.Commitments;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

/// <summary>Every list ends: it is read page by page, and narrowed by what its readers look for.</summary>
public abstract class ListTests(MembershipService service)
{
    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : ListTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : ListTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : ListTests(service);

    /// <summary>What is none of the task forces' lists, and why it is read otherwise. Whoever adds one gives its reason here.</summary>
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["GET /journal"] = "One head for each hub, for the services that follow them.",
        ["GET /journal/{hub}"] = "A stream, whole and in order, from the position on that its reader has reached.",
        ["GET /audit"] = "For the data-protection officer, who belongs to no task force: by number, and by deed, subject, agency and resource.",
        ["GET /faults"] = "Operators see the newest that wait, by state; what is retried or skipped makes room for the others.",
    };

    [Fact]
    public async Task Every_list_is_paged_and_filtered()
    {
        var lists = await DescribedList.AllAsync(service);
        Assert.True(lists.Count > 50, $"{lists.Count} lists were found.");
        Assert.Empty(Otherwise.Keys.Except(lists.Select(list => list.Name)));
        Assert.Empty(lists.Where(list => !Otherwise.ContainsKey(list.Name)).Where(list =>
            !list.Query.ContainsKey("take") || !list.Query.ContainsKey("after")
            || (list.Query.Count == 2 && !list.HasBody)).Select(list => list.Name));
    }

    /// <summary>Each by itself and all at once: a database may have no words for a condition that another has.</summary>
    [Fact]
    public async Task Every_filter_of_a_task_forces_lists_is_one_that_the_database_understands()
    {
        var scene = await CommitmentScene.StartAsync(service);
        HttpClient[] readers = [scene.Coordinator, scene.Scene.As(Roles.CoreGroup, taskForce: scene.TaskForce), scene.AdminOf(0)];
        var asked = 0;
        foreach (var list in (await DescribedList.AllAsync(service)).Where(list => !Otherwise.ContainsKey(list.Name) && list.Name.StartsWith("GET ", StringComparison.Ordinal)))
        {
            var path = list.Name[4..].Replace("{id}", $"{scene.TaskForce}", StringComparison.Ordinal).Replace("{agencyId}", $"{scene.Agencies[0]}", StringComparison.Ordinal);
            if (path.Contains('{', StringComparison.Ordinal)) continue;
            var filters = list.Filters();
            foreach (var query in filters.Append(string.Join('&', filters)).Append("take=1"))
            {
                var answers = new List<HttpStatusCode>();
                foreach (var reader in readers) answers.Add((await reader.GetAsync($"{path}?{query}")).StatusCode);
                Assert.True(answers.Contains(HttpStatusCode.OK) && answers.All(status => (int)status < 500), $"{path}?{query}: {string.Join(", ", answers)}");
                asked++;
            }
        }

        Assert.True(asked > 150, $"{asked} filters were asked for.");
    }
}
