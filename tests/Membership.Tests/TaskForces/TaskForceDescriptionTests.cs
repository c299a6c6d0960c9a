using System.Net;
using Contracts;
using Membership.TaskForces;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.TaskForces;

/// <summary>What a task force says of itself: what unites it, what it wants, why each is at the table, where it works.</summary>
[Collection(MembershipService.Name)]
public sealed class TaskForceDescriptionTests(MembershipService service)
{
    [Fact]
    public async Task Its_coordinator_says_what_unites_it_and_the_hub_reads_it()
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = await scene.TaskForceAsync();
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce.Id);
        var path = $"/task-forces/{taskForce.Id}";
        var changed = await (await Scene.ChangeAsync(coordinator, HttpMethod.Put, path, path, Description())).ReadAsync<TaskForceView>();
        Assert.Equal(("Nobody is for sale.", "Answer every call.", "The harbor and its county."), (changed.WhatUnitesUs, changed.WhatWeWantToDo, changed.Jurisdiction));
        Assert.Equal((Formality.SemiFormal, TaskForceModel.Coalition), (changed.Formality, changed.Model));
        Assert.Equal([FourP.Protection, FourP.Partnership], changed.Focus);
        Assert.Equal(["06075", "US-CA"], changed.Areas);
        Assert.Equivalent(changed, await (await scene.As(Roles.CaseWorker).GetAsync(path)).ReadAsync<TaskForceView>(), strict: true);

        var told = (await scene.JournalAsync(2)).Single(entry => entry.Type == "task-force-changed");
        Assert.DoesNotContain("Nobody", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_does_and_nobody_from_what_has_changed_since()
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = await scene.TaskForceAsync();
        await scene.TaskForceAsync("Taken");
        var path = $"/task-forces/{taskForce.Id}";
        var elsewhere = scene.As(Roles.Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(elsewhere, HttpMethod.Put, path, path, Description())).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await scene.HubAdmin.PutAsJsonAsync(path, Description())).StatusCode);
        var read = await scene.HubAdmin.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, (await Scene.SendAsync(scene.HubAdmin, HttpMethod.Put, path, Description(), read.Headers.ETag)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Scene.SendAsync(scene.HubAdmin, HttpMethod.Put, path, Description(), read.Headers.ETag)).StatusCode);
        var taken = await Scene.ChangeAsync(scene.HubAdmin, HttpMethod.Put, path, path, Description("Taken"));
        Assert.Equal("task-force-exists", await taken.ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Each_party_says_for_itself_why_it_is_at_the_table()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var other = await scene.AgencyAsync(AgencyClass.LawEnforcement, "City police");
        await scene.JoinAsync(taskForce.Id, other.Id);
        var path = $"/task-forces/{taskForce.Id}/reasons";
        var own = scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id);
        Assert.Equal(HttpStatusCode.OK, (await own.PutAsJsonAsync($"{path}/{agency.Id}", new { reason = "We have beds." })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await own.PutAsJsonAsync($"{path}/{agency.Id}", new { reason = "We listen." })).StatusCode);
        var before = (await own.GetAsync($"{path}/{agency.Id}")).Headers.ETag;
        var after = await Scene.SendAsync(own, HttpMethod.Put, $"{path}/{agency.Id}", new { reason = "We have beds, and listen." }, before);
        Assert.False((await after.ReadAsync<PartyReasonView>()).RecordedByCoordinator);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Scene.SendAsync(own, HttpMethod.Put, $"{path}/{agency.Id}", new { reason = "We listen." }, before)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.PutAsJsonAsync($"{path}/{other.Id}", new { reason = "They must." })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await scene.HubAdmin.PutAsJsonAsync($"{path}/{other.Id}", new { reason = "Investigations." })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.HubAdmin.PutAsJsonAsync($"{path}/{Guid.NewGuid()}", new { reason = "?" })).StatusCode);

        var reasons = await own.GetFromJsonAsync<List<PartyReasonView>>(path, Answers.Json);
        Assert.Equal(["Investigations.", "We have beds, and listen."], reasons!.Select(reason => reason.Reason).Order(StringComparer.Ordinal));
        Assert.Single((await own.GetFromJsonAsync<List<PartyReasonView>>($"{path}?agencyId={other.Id}", Answers.Json))!);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.As(Roles.AgencyAdmin, agency.Id, Guid.NewGuid()).GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task What_is_recorded_for_a_party_is_marked_and_its_own_words_are_changed_by_nobody_else()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var path = $"/task-forces/{taskForce.Id}/reasons/{agency.Id}";
        var (own, coordinator) = (scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id), scene.As(Roles.Coordinator, taskForce: taskForce.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync(path)).StatusCode);
        foreach (var reason in new[] { "They have beds.", "They have eight beds." })
        {
            var recorded = await (await Scene.ChangeAsync(coordinator, HttpMethod.Put, path, path, new { reason })).ReadAsync<PartyReasonView>();
            Assert.Equal((reason, true), (recorded.Reason, recorded.RecordedByCoordinator));
        }

        var said = await (await Scene.ChangeAsync(own, HttpMethod.Put, path, path, new { reason = "We listen." })).ReadAsync<PartyReasonView>();
        Assert.Equal(("We listen.", false), (said.Reason, said.RecordedByCoordinator));
        foreach (var other in new[] { coordinator, scene.HubAdmin })
            Assert.Equal("own-words", await (await Scene.ChangeAsync(other, HttpMethod.Put, path, path, new { reason = "Beds." })).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(said, await (await coordinator.GetAsync(path)).ReadAsync<PartyReasonView>());
        Assert.Equal(HttpStatusCode.OK, (await Scene.ChangeAsync(own, HttpMethod.Put, path, path, new { reason = "We listen, and have beds." })).StatusCode);
    }

    [Fact]
    public async Task Milestones_are_set_reached_and_celebrated()
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = await scene.TaskForceAsync();
        var core = scene.As(Roles.CoreGroup, taskForce: taskForce.Id);
        var path = $"/task-forces/{taskForce.Id}/milestones";
        var set = await (await core.PostAsJsonAsync(path, new { title = "First case together", targetOn = "2030-01-01" })).ReadAsync<MilestoneView>(HttpStatusCode.Created);
        var one = $"{path}/{set.Id}";
        Assert.Equal(HttpStatusCode.OK, (await Scene.ChangeAsync(core, HttpMethod.Put, one, one, new { title = "First case, together" })).StatusCode);
        var future = await Scene.ChangeAsync(core, HttpMethod.Post, $"{one}/reached", one, new { reachedOn = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(2)) });
        Assert.Contains("reachedOn", (await future.ErrorsAsync()).Keys);
        var reached = await (await Scene.ChangeAsync(core, HttpMethod.Post, $"{one}/reached", one, new { reachedOn = "2026-02-01" })).ReadAsync<MilestoneView>();
        Assert.Equal(("First case, together", new DateOnly(2026, 2, 1)), (reached.Title, reached.ReachedOn!.Value));

        foreach (var (method, at) in new[] { (HttpMethod.Put, one), (HttpMethod.Post, $"{one}/reached"), (HttpMethod.Delete, one) })
        {
            var again = await Scene.ChangeAsync(core, method, at, one, method == HttpMethod.Put ? new { title = "Other" } : method == HttpMethod.Post ? new { reachedOn = "2026-02-02" } : null);
            Assert.Equal("milestone-reached", await again.ProblemAsync(HttpStatusCode.Conflict));
        }

        var dropped = await (await core.PostAsJsonAsync(path, new { title = "Too much" })).ReadAsync<MilestoneView>(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.NoContent, (await Scene.ChangeAsync(core, HttpMethod.Delete, $"{path}/{dropped.Id}", $"{path}/{dropped.Id}")).StatusCode);
        Assert.Single((await core.GetFromJsonAsync<List<MilestoneView>>($"{path}?reached=true", Answers.Json))!);
        Assert.Empty((await core.GetFromJsonAsync<List<MilestoneView>>($"{path}?reached=false", Answers.Json))!);
        Assert.Contains(await scene.JournalAsync(2), entry => entry.Type == "milestone-reached");
    }

    private static object Description(string name = "Harbor Task Force") => new
    {
        name, purpose = "Every door open.", whatUnitesUs = "Nobody is for sale.", whatWeWantToDo = "Answer every call.", formality = "SemiFormal",
        model = "Coalition", focus = new[] { "Partnership", "Protection", "Partnership" }, jurisdiction = "The harbor and its county.",
        areas = new[] { "US-CA", "06075", "US-CA" },
    };
}
