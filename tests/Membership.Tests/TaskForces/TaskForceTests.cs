using System.Net;
using Contracts;
using Membership.TaskForces;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.TaskForces;

[Collection(MembershipService.Name)]
public sealed class TaskForceTests(MembershipService service)
{
    [Fact]
    public async Task A_hub_admin_forms_a_task_force_that_the_hub_can_read()
    {
        var scene = await Scene.StartAsync(service);
        var formed = await scene.HubAdmin.PostAsJsonAsync("/task-forces", new
        {
            hub = scene.Hub, name = " Harbor Task Force ", purpose = "One purpose,\nshared.", formality = "SemiFormal", model = "Coalition",
            focus = new List<string> { "Partnership", "Prevention", "Partnership" },
        });
        var view = await formed.ReadAsync<TaskForceView>(HttpStatusCode.Created);
        Assert.Equal("Harbor Task Force", view.Name);
        Assert.Equal([FourP.Prevention, FourP.Partnership], view.Focus);

        var read = await scene.As(Roles.CaseWorker).GetAsync($"/task-forces/{view.Id}");
        Assert.Equal(formed.Headers.ETag, read.Headers.ETag);
        Assert.Equivalent(view, await read.ReadAsync<TaskForceView>(), strict: true);
    }

    [Fact]
    public async Task It_has_all_four_Ps_where_none_are_named()
    {
        var scene = await Scene.StartAsync(service);
        Assert.Equal(4, (await scene.TaskForceAsync()).Focus.Count);
    }

    [Fact]
    public async Task A_name_is_used_once_in_a_hub()
    {
        var (scene, other) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        await scene.TaskForceAsync("Harbor");
        await other.TaskForceAsync("Harbor");
        var again = await scene.HubAdmin.PostAsJsonAsync("/task-forces", Scene.NewTaskForce(scene.Hub, "Harbor"));
        Assert.Equal("task-force-exists", await again.ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Another_hubs_task_force_is_not_there()
    {
        var (scene, other) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        var theirs = await other.TaskForceAsync();
        var admin = scene.HubAdmin;
        var miss = await (await admin.GetAsync($"/task-forces/{Guid.NewGuid()}")).ProblemAsync(HttpStatusCode.NotFound);
        foreach (var path in new[] { "", "/members", "/seats", $"/members/{Guid.NewGuid()}", $"/seats/{Guid.NewGuid()}" })
            Assert.Equal(miss, await (await admin.GetAsync($"/task-forces/{theirs.Id}{path}")).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Empty((await admin.GetFromJsonAsync<List<TaskForceView>>("/task-forces", Answers.Json))!);
        var formed = await admin.PostAsJsonAsync("/task-forces", Scene.NewTaskForce(other.Hub, "Theirs"));
        Assert.Equal(miss, await formed.ProblemAsync(HttpStatusCode.NotFound));
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "a\u0000b")]
    [InlineData("name", " ")]
    [InlineData("name", null)]
    [InlineData("purpose", "")]
    [InlineData("purpose", "a\u0007b")]
    [InlineData("formality", "Casual")]
    [InlineData("formality", null)]
    [InlineData("model", "4")]
    [InlineData("chairperson", "Ms. Test")]
    public async Task What_is_missing_wrong_or_unknown_is_refused(string field, string? value)
    {
        var scene = await Scene.StartAsync(service);
        var body = new Dictionary<string, string?>
        {
            ["hub"] = scene.Hub, ["name"] = "Harbor", ["purpose"] = "Ours", ["formality"] = "Formal", ["model"] = "ECM", [field] = value,
        };
        Assert.NotNull(await (await scene.HubAdmin.PostAsJsonAsync("/task-forces", body)).ProblemAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_list_comes_in_pages()
    {
        var scene = await Scene.StartAsync(service);
        var formed = new HashSet<Guid>();
        for (var i = 0; i < 5; i++) formed.Add((await scene.TaskForceAsync($"Task force {i}")).Id);

        var seen = new List<Guid>();
        for (string? path = "?take=2"; path is not null;)
        {
            var page = await scene.HubAdmin.GetAsync($"/task-forces{path}");
            seen.AddRange((await page.ReadAsync<List<TaskForceView>>()).Select(taskForce => taskForce.Id));
            path = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
            if (path is not null) path = path[path.IndexOf('?', StringComparison.Ordinal)..];
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(formed, seen.ToHashSet());
    }
}
