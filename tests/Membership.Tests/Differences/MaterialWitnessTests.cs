using System.Text.Json;
using Contracts;
using Contracts.Membership;
using Membership.Differences;
using Membership.Storage;
using Membership.Tests.Leadership;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Differences;

/// <summary>Vignette 4: two agencies disagree on holding a victim as a witness.</summary>
[Collection(QuickService.Name)]
public sealed class MaterialWitnessTests(QuickService service)
{
    private const string Marked = "Zwietracht";

    [Fact]
    public async Task The_material_witness()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var logged = await scene.LoggedAsync("Philosophy", $"May a victim be held as a material witness? {Marked}-question");
        await scene.SayAsync(scene.AdminOf(scene.Bureau), logged.Id, scene.Bureau, $"Without her there is no case. {Marked}-bureau");
        await scene.SayAsync(scene.AdminOf(scene.Shelter), logged.Id, scene.Shelter, $"She is not evidence. {Marked}-shelter");
        await scene.StepAsync(logged.Id, $"The prosecutor explained the statute. {Marked}-step");
        var closed = await (await scene.CloseAsync(logged.Id, "AgreedToDisagree", $"We go on working together. {Marked}-outcome")).ReadAsync<DifferenceView>();
        Assert.Equal(DifferenceOutcome.AgreedToDisagree, closed.Outcome);

        // The core group has it all, in each side's own words.
        var kept = await scene.CoreGroup.GetStringAsync($"{scene.Path}/{logged.Id}");
        foreach (var part in new[] { "question", "bureau", "shelter", "step", "outcome" }) Assert.Contains($"{Marked}-{part}", kept, StringComparison.Ordinal);

        // Its count by kind is known to whoever reports on collaboration, once the month in which it was entered is over.
        await using (var scope = service.Provided.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().EnteredLastMonthAsync(logged.Id);
        var counts = (await scene.Scene.As(Roles.Coordinator, taskForce: scene.TaskForce)
            .GetFromJsonAsync<DifferenceCounts>($"{scene.Path}/counts?year={DifferenceScene.LastMonth.Year}", Answers.Json))!;
        Assert.Contains(new KindCount(DifferenceKind.Philosophy, 1), counts.LoggedByKind);
        Assert.Contains(new OutcomeCount(DifferenceOutcome.AgreedToDisagree, 1), counts.ClosedByOutcome);
        var journal = await service.JournalAsync(scene.Scene.Hub, 2, entry => entry.Type.StartsWith("difference-", StringComparison.Ordinal));
        Assert.Equal(
            new DifferenceLogged(scene.TaskForce, DifferenceKind.Philosophy, DifferenceScene.LastMonth),
            JsonSerializer.Deserialize<DifferenceLogged>(journal.Single(entry => entry.Type == "difference-logged").Payload, Answers.Json));
        Assert.Equal(
            new DifferenceClosed(scene.TaskForce, DifferenceKind.Philosophy, DifferenceOutcome.AgreedToDisagree, DifferenceScene.LastMonth),
            JsonSerializer.Deserialize<DifferenceClosed>(journal.Single(entry => entry.Type == "difference-closed").Payload, Answers.Json));

        // The content is nowhere else: in no other answer, no event, no log.
        Assert.DoesNotContain(Marked, JsonSerializer.Serialize(journal), StringComparison.Ordinal);
        Assert.DoesNotContain(service.Lines, line => line.Contains(Marked, StringComparison.Ordinal));
        foreach (var (who, path, answer) in await EveryAnswerAsync(scene, logged.Id))
            Assert.False(answer.Contains(Marked, StringComparison.Ordinal), $"{who} reads {path}");
    }

    /// <summary>Everything that can be read about a task force, by everybody but the core group; a side's own words apart.</summary>
    private async Task<List<(string Who, string Path, string Answer)>> EveryAnswerAsync(DifferenceScene scene, Guid difference)
    {
        var readers = scene.Others.Where(other => other.Role != Roles.AgencyAdmin).Append(("other side", scene.AdminOf(scene.Bureau))).ToList();
        var paths = service.Routes().Where(route => route.StartsWith("GET ", StringComparison.Ordinal)).Select(route => route[4..]
            .Replace("{id:guid}", route.Contains("/agencies/", StringComparison.Ordinal) ? $"{scene.Shelter.Id}" : $"{scene.TaskForce}", StringComparison.Ordinal)
            .Replace("{differenceId:guid}", $"{difference}", StringComparison.Ordinal)
            .Replace("{agencyId:guid}", $"{scene.Shelter.Id}", StringComparison.Ordinal)
            .Replace("{hub}", scene.Scene.Hub, StringComparison.Ordinal));
        List<(string, string, string)> answers = [];
        foreach (var path in paths.Where(path => !path.EndsWith("/difference-views", StringComparison.Ordinal) && !path.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var (who, client) in readers) answers.Add((who, path, await (await client.GetAsync(path)).Content.ReadAsStringAsync()));
        }

        Assert.Contains(answers, answer => answer.Item2.Contains("/sides/", StringComparison.Ordinal));
        return answers;
    }
}
