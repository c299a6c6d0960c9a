using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Membership.SelfAssessment;
using Membership.Storage;
using Membership.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.SelfAssessment;

[Collection(MembershipThatMeets.Name)]
public sealed class SelfAssessmentTests(MembershipService service)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task The_shipped_framework_has_the_four_functions_their_elements_and_five_stages_and_says_whose_prompts_they_are()
    {
        var scene = await CommitmentScene.StartAsync(service);
        var framework = await LoadDefaultAsync(scene);
        Assert.Equal((1, 4, 14), (framework.Number, framework.Functions.Count, framework.Functions.Sum(function => function.Elements.Count)));
        Assert.All(framework.Functions.SelectMany(function => function.Elements), element =>
            Assert.Equal([1, 2, 3, 4, 5], element.Prompts.Select(prompt => prompt.Stage!.Value)));
        Assert.Contains("not the Roadmap's", framework.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_force_loads_its_own_framework_beside_the_one_before()
    {
        var scene = await CommitmentScene.StartAsync(service);
        await LoadDefaultAsync(scene);
        Assert.Contains("functions", (await (await LoadAsync(scene, 1, 2, 3, 4, 4)).ErrorsAsync()).Keys);
        var own = await (await LoadAsync(scene, 1, 2, 3, 4, 5)).ReadAsync<FrameworkView>(HttpStatusCode.Created);
        Assert.Equal((2, "Ours"), (own.Number, own.Name));
        Assert.Equal([1, 2], (await scene.Coordinator.GetFromJsonAsync<List<FrameworkSummary>>($"/task-forces/{scene.TaskForce}/frameworks", Answers.Json))!
            .Select(version => version.Number).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Coordinator.GetAsync($"/task-forces/{scene.TaskForce}/frameworks/3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Scene.As(Roles.Coordinator).GetAsync($"/task-forces/{scene.TaskForce}/frameworks")).StatusCode);
    }

    [Fact]
    public async Task Rounds_are_laid_side_by_side_as_each_agency_saw_them_and_nothing_is_reckoned_from_it()
    {
        var scene = await CommitmentScene.StartAsync(service);
        await LoadDefaultAsync(scene);
        var rounds = new[] { await RoundAsync(scene), await RoundAsync(scene) };
        await (await AnswerAsync(scene, rounds[0], 0, 2, "Forward")).ReadAsync<AnswerView>(HttpStatusCode.Created);
        await (await AnswerAsync(scene, rounds[0], 1, 4, "Unclear")).ReadAsync<AnswerView>(HttpStatusCode.Created);
        var answer = await (await AnswerAsync(scene, rounds[1], 0, 2, "Steady")).ReadAsync<AnswerView>(HttpStatusCode.Created);
        var changed = await Scene.SendAsync(scene.AdminOf(0), HttpMethod.Put, $"{PathOf(scene, rounds[1])}/answers/{answer.Id}", new
        {
            stage = 1, evidence = "Two left", direction = "Back", nextStep = "Name alternates",
        }, EntityTagHeaderValue.Any);
        Assert.Equal((1, Direction.Back, "Name alternates"), Said(await changed.ReadAsync<AnswerView>()));

        var text = await scene.Coordinator.GetStringAsync($"/task-forces/{scene.TaskForce}/assessment-comparison?element=Sustainability");
        var compared = Assert.Single(JsonSerializer.Deserialize<List<ElementOverTime>>(text, Answers.Json)!);
        Assert.Equal(("InternalFoundations", "Sustainability"), (compared.Function, compared.Name));
        Assert.Equal([1, 2], compared.Rounds.Select(round => round.Round));
        Assert.Equal(
            [(scene.Agencies[0], 2, Direction.Forward), (scene.Agencies[1], 4, Direction.Unclear)],
            compared.Rounds[0].Answers.Select(seen => (seen.AgencyId, seen.Stage, seen.Direction)).OrderBy(seen => seen.Stage));
        Assert.Equal(new SeenBy(scene.Agencies[0], 1, Direction.Back, "Name alternates"), Assert.Single(compared.Rounds[1].Answers));

        // Every answer of this feature: its numbers are names of stages, rounds and versions, and none is anything else.
        var all = await scene.Coordinator.GetStringAsync($"/task-forces/{scene.TaskForce}/assessment-comparison?take=5");
        foreach (var json in new[]
                 {
                     text, all, await scene.Coordinator.GetStringAsync($"/task-forces/{scene.TaskForce}/assessment-rounds"),
                     await scene.Coordinator.GetStringAsync($"{PathOf(scene, rounds[0])}/answers"), await scene.Coordinator.GetStringAsync($"/task-forces/{scene.TaskForce}/frameworks/1"),
                 })
        {
            using var document = JsonDocument.Parse(json);
            foreach (var (name, value) in Properties(document.RootElement))
            {
                Assert.DoesNotMatch(new Regex("score|total|sum|average|mean|median|percent|share|points|pass|rank|grade|level", RegexOptions.IgnoreCase), name);
                if (value.ValueKind == JsonValueKind.Number) Assert.Contains(name, new[] { "stage", "round", "number", "frameworkVersion" });
            }
        }
    }

    [Fact]
    public async Task An_agency_answers_once_for_itself_of_an_element_that_there_is_while_the_round_is_open()
    {
        var scene = await CommitmentScene.StartAsync(service);
        await LoadDefaultAsync(scene);
        var (open, planned) = (await RoundAsync(scene), await RoundAsync(scene, Today.AddDays(5)));
        var answer = await (await AnswerAsync(scene, open, 0, 2, "Forward")).ReadAsync<AnswerView>(HttpStatusCode.Created);
        Assert.Equal("answered-already", await (await AnswerAsync(scene, open, 0, 3, "Forward")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("state-conflict", await (await AnswerAsync(scene, planned, 0, 2, "Forward")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Contains("element", (await (await AnswerAsync(scene, open, 0, 2, "Forward", "Luck")).ErrorsAsync()).Keys);
        Assert.Contains("stage", (await (await AnswerAsync(scene, open, 1, 6, "Forward")).ErrorsAsync()).Keys);
        var others = await Scene.SendAsync(scene.AdminOf(1), HttpMethod.Put, $"{PathOf(scene, open)}/answers/{answer.Id}", new
        {
            stage = 1, evidence = "x", direction = "Back",
        }, EntityTagHeaderValue.Any);
        Assert.Equal(HttpStatusCode.Forbidden, others.StatusCode);

        foreach (var (body, field) in new (object, string)[]
                 {
                     (new { frameworkVersion = 9, opensOn = Today, closesOn = Today }, "frameworkVersion"),
                     (new { frameworkVersion = 1, opensOn = Today, closesOn = Today.AddDays(-1) }, "closesOn"),
                 })
        {
            var refused = await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/assessment-rounds", body);
            Assert.Contains(field, (await refused.ErrorsAsync()).Keys);
        }

        var longer = await Scene.SendAsync(scene.Coordinator, HttpMethod.Put, PathOf(scene, open), new { closesOn = Today.AddDays(40) }, EntityTagHeaderValue.Any);
        Assert.Equal((Today.AddDays(40), RoundState.Open), ((await longer.ReadAsync<RoundView>()).ClosesOn, RoundState.Open));
    }

    [Fact]
    public async Task A_round_that_is_over_is_not_opened_again_so_that_what_was_said_in_it_stands()
    {
        var scene = await CommitmentScene.StartAsync(service);
        await LoadDefaultAsync(scene);
        var round = await RoundAsync(scene);
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().AssessmentRounds.Where(one => one.Id == round.Id).ExecuteUpdateAsync(one =>
                one.SetProperty(which => which.OpensOn, Today.AddDays(-30)).SetProperty(which => which.ClosesOn, Today.AddDays(-1)));
        }

        var again = await Scene.SendAsync(scene.Coordinator, HttpMethod.Put, PathOf(scene, round), new { closesOn = Today.AddDays(9) }, EntityTagHeaderValue.Any);
        Assert.Equal("state-conflict", await again.ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("state-conflict", await (await AnswerAsync(scene, round, 0, 3, "Forward")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(RoundState.Closed, (await scene.Coordinator.GetFromJsonAsync<RoundView>(PathOf(scene, round), Answers.Json))!.State);
    }

    private static (int, Direction, string?) Said(AnswerView answer) => (answer.Stage, answer.Direction, answer.NextStep);

    private static string PathOf(CommitmentScene scene, RoundView round) => $"/task-forces/{scene.TaskForce}/assessment-rounds/{round.Id}";

    private static async Task<FrameworkView> LoadDefaultAsync(CommitmentScene scene) =>
        await (await scene.Coordinator.PostAsync($"/task-forces/{scene.TaskForce}/frameworks/default", null)).ReadAsync<FrameworkView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> LoadAsync(CommitmentScene scene, params int[] stages) =>
        scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/frameworks", new
        {
            name = "Ours", source = "Our retreat",
            functions = new[] { new { code = "Together", name = "Together", elements = new[] { new { code = "Trust", name = "Trust", prompts = stages.Select(stage => new { stage, text = "?" }) } } } },
        });

    private static async Task<RoundView> RoundAsync(CommitmentScene scene, DateOnly? opensOn = null) =>
        await (await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/assessment-rounds", new
        {
            frameworkVersion = 1, opensOn = opensOn ?? Today, closesOn = Today.AddDays(30),
        })).ReadAsync<RoundView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> AnswerAsync(
        CommitmentScene scene, RoundView round, int member, int stage, string direction, string element = "Sustainability") =>
        scene.AdminOf(member).PostAsJsonAsync($"{PathOf(scene, round)}/answers", new { element, stage, evidence = "Two people carry it", direction });

    private static IEnumerable<(string Name, JsonElement Value)> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Properties(property.Value).Prepend((property.Name, property.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
