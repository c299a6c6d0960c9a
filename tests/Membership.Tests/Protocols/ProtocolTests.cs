using System.Net;
using System.Net.Http.Headers;
using Contracts;
using Membership.Protocols;
using Membership.Protocols.Steps;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Protocols;

[Collection(MembershipThatMeets.Name)]
public sealed class ProtocolTests(MembershipService service)
{
    [Fact]
    public async Task A_protocol_is_drafted_adopted_by_a_decision_superseded_and_retired()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.DraftAsync();
        await scene.StepsAsync(protocol.Id, 1, Step("police", scene.Police, scene.Detective));

        var first = await scene.AdoptAsync(protocol.Id);
        Assert.Equal((ProtocolState.Adopted, true), (first.State, first.IdentityByReleaseOnly));
        Assert.Equal("state-conflict", await (await scene.TryStepsAsync(protocol.Id, 1)).ProblemAsync(HttpStatusCode.Conflict));

        var draft = await (await scene.Coordinator.PostAsync($"{scene.Protocols}/{protocol.Id}/versions", null)).ReadAsync<ProtocolVersionView>(HttpStatusCode.Created);
        Assert.Equal((2, "First of all she is safe.", "police"), (draft.Number, draft.Text, draft.Steps.Single().Key));
        Assert.Equal("draft-exists", await (await scene.Coordinator.PostAsync($"{scene.Protocols}/{protocol.Id}/versions", null)).ProblemAsync(HttpStatusCode.Conflict));
        var path = scene.Version(protocol.Id, 2);
        await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, $"{path}/text", path, new { text = "Then she rests." })).ReadAsync<ProtocolVersionView>();
        await scene.AdoptAsync(protocol.Id, 2);
        Assert.Equal(ProtocolState.Superseded, (await scene.ReadAsync(protocol.Id)).State);

        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Protocol, draft.Id);
        var retired = await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/retirement", path, new { decisionId = decision.Id }))
            .ReadAsync<ProtocolVersionView>();
        Assert.Equal((ProtocolState.Retired, "Then she rests."), (retired.State, retired.Text));
        var read = await scene.Coordinator.GetFromJsonAsync<List<ProtocolView>>($"{scene.Protocols}?adopted=false&topic=CaseResponse", Answers.Json);
        Assert.Equal((null, null, 2), (read!.Single().AdoptedVersion, read![0].DraftVersion, read[0].LastVersion));
        var adopted = (await service.JournalAsync(scene.Scene.Hub, 2, entry => entry.Type == "protocol-adopted")).Where(entry => entry.Type == "protocol-adopted");
        Assert.Equal(2, adopted.Count());
    }

    [Fact]
    public async Task Only_a_fitting_carried_and_unused_decision_adopts()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.DraftAsync();
        Assert.Equal("no-steps", await (await scene.TryAdoptAsync(protocol.Id)).ProblemAsync(HttpStatusCode.Conflict));
        await scene.StepsAsync(protocol.Id, 1, Step("police", scene.Police));
        var version = await scene.ReadAsync(protocol.Id);

        Assert.Contains("decisionId", await (await scene.TryAdoptAsync(protocol.Id, 1, Guid.NewGuid())).ErrorsAsync());
        var aboutOther = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Agreement, version.Id);
        Assert.Contains("decisionId", await (await scene.TryAdoptAsync(protocol.Id, 1, aboutOther.Id)).ErrorsAsync());

        var early = await (await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/decisions", new
        {
            about = "Protocol", subjectId = version.Id, question = "Shall we?", method = "Vote", decidedOn = "2026-01-05",
            ballots = new[] { new { voterId = scene.Police.Id, choice = "Yes" }, new { voterId = scene.Shelter.Id, choice = "Yes" } },
        })).ReadAsync<Membership.Decisions.DecisionView>(HttpStatusCode.Created);
        Assert.Equal("changed-since-decision", await (await scene.TryAdoptAsync(protocol.Id, 1, early.Id)).ProblemAsync(HttpStatusCode.Conflict));

        await scene.Scene.LeaveAsync(scene.TaskForce, scene.Police.Id);
        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Protocol, version.Id);
        Assert.Equal("steps-out-of-date", await (await scene.TryAdoptAsync(protocol.Id, 1, decision.Id)).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task What_was_edited_after_the_decision_is_not_adopted_by_it_be_it_on_the_same_day()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.DraftAsync();
        var read = await scene.StepsAsync(protocol.Id, 1, Step("shelter", scene.Shelter));
        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Protocol, read.Id);
        Assert.Equal((read.Edits, 1), (decision.SubjectRevision!.Value, read.Edits));
        var edited = await scene.StepsAsync(protocol.Id, 1, Step("police", scene.Police));
        Assert.Equal("changed-since-decision", await (await scene.TryAdoptAsync(protocol.Id, 1, decision.Id)).ProblemAsync(HttpStatusCode.Conflict));

        // Recorded only now, and said to be about what was read then.
        var late = await (await DecideAsync(read.Edits)).ReadAsync<Membership.Decisions.DecisionView>(HttpStatusCode.Created);
        Assert.Equal("changed-since-decision", await (await scene.TryAdoptAsync(protocol.Id, 1, late.Id)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Contains("subjectRevision", (await (await DecideAsync(edited.Edits + 1)).ErrorsAsync()).Keys);
        var adopted = await scene.AdoptAsync(protocol.Id);
        Assert.Equal((ProtocolState.Adopted, "police"), (adopted.State, adopted.Steps.Single().Key));

        Task<HttpResponseMessage> DecideAsync(int subjectRevision) => scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/decisions", new
        {
            about = "Protocol", subjectId = read.Id, subjectRevision, question = "Shall we?", method = "Vote", decidedOn = DateOnly.FromDateTime(DateTime.UtcNow),
            ballots = new[] { new { voterId = scene.Police.Id, choice = "Yes" }, new { voterId = scene.Shelter.Id, choice = "Yes" } },
        });
    }

    [Fact]
    public async Task Of_many_who_adopt_at_the_same_moment_one_does()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.DraftAsync();
        await scene.StepsAsync(protocol.Id, 1, Step("police", scene.Police));
        var version = await scene.ReadAsync(protocol.Id);
        var path = scene.Version(protocol.Id);
        var etag = (await scene.Coordinator.GetAsync(path)).Headers.ETag;
        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Protocol, version.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            Scene.SendAsync(scene.Coordinator, HttpMethod.Post, $"{path}/adoption", new { decisionId = decision.Id }, etag))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(
            answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{answer.StatusCode}"));
        Assert.Single(await scene.AskedAsync(protocol.Id));
    }

    public static TheoryData<string, string> WrongSteps => new()
    {
        { "a circle", "steps" }, { "the same key twice", "steps[1].key" }, { "an unknown next step", "steps[0].next" }, { "itself next", "steps[0].next" },
        { "a stranger", "steps[0].primary.agencyId" }, { "another agency's seat", "steps[0].backups[0].seatId" }, { "called twice", "steps[0].backups" },
        { "victims upside down", "steps[0].when.victimsTo" }, { "named hours without hours", "steps[0].namedHours" }, { "a bad key", "Steps[0].Key" },
        { "a bad language", "Steps[0].When.Languages" }, { "an address for an area", "Steps[0].When.Areas" }, { "markup in a title's lines", "Steps[0].Title" },
    };

    [Theory, MemberData(nameof(WrongSteps))]
    public async Task Steps_are_refused_as_a_whole(string wrong, string field)
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.DraftAsync();
        var police = scene.Police;
        object[] steps = wrong switch
        {
            "a circle" => [Step("a", police, next: [Next("b")]), Step("b", police, next: [Next("c")]), Step("c", police, next: [Next("a")])],
            "the same key twice" => [Step("a", police), Step("a", police)],
            "an unknown next step" => [Step("a", police, next: [Next("b")])],
            "itself next" => [Step("a", police, next: [Next("a")])],
            "a stranger" => [Step("a", await scene.Scene.AgencyAsync(name: "Stranger"))],
            "another agency's seat" => [Step("a", police, backups: [Contact(scene.Shelter, scene.Detective)])],
            "called twice" => [Step("a", police, backups: [Contact(police)])],
            "victims upside down" => [Step("a", police, when: new { victimsFrom = 3, victimsTo = 2 })],
            "named hours without hours" => [Step("a", police, hours: "Named")],
            "a bad key" => [Step("A key", police)],
            "a bad language" => [Step("a", police, when: new { languages = new[] { "Thai" } })],
            "an address for an area" => [Step("a", police, when: new { areas = new[] { "12 Harbor Street" } })],
            _ => [Step("a", police, title: "one\u0007")],
        };

        var answer = await scene.TryStepsAsync(protocol.Id, 1, steps);
        Assert.Contains(field, (await answer.ErrorsAsync()).Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Empty((await scene.ReadAsync(protocol.Id)).Steps);
    }

    [Fact]
    public async Task Steps_are_kept_as_they_were_sent_and_need_the_present_version()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.DraftAsync();
        var when = new
        {
            traffickingTypes = new[] { "Labor" }, citizenships = new[] { "ForeignNational" }, victimsFrom = 2, victimsTo = 5, minors = "Yes",
            languages = new[] { "tha", "vie" }, areas = new[] { "US-CA" },
        };
        await scene.StepsAsync(protocol.Id, 1, Step("old", scene.Police));
        var path = scene.Version(protocol.Id);
        var body = new
        {
            steps = new object[]
            {
                Step("shelter", scene.Shelter, scene.Advocate, when: when, backups: [Contact(scene.Police)], next: [new { step = "police", when = "NotAnswered" }]),
                new
                {
                    key = "police", title = "Call the police", primary = Contact(scene.Police), hours = "Named",
                    namedHours = new[] { new { day = "Monday", opens = "08:00", closes = "17:30" } },
                },
            },
        };
        var stale = (await scene.Coordinator.GetAsync(path)).Headers.ETag;
        await (await Scene.SendAsync(scene.Coordinator, HttpMethod.Put, $"{path}/steps", body, stale)).ReadAsync<ProtocolVersionView>();
        var again = await Scene.SendAsync(scene.Coordinator, HttpMethod.Put, $"{path}/steps", body, stale);
        Assert.Equal(HttpStatusCode.PreconditionFailed, again.StatusCode);

        var steps = (await scene.ReadAsync(protocol.Id)).Steps;
        Assert.Equal(["shelter", "police"], steps.Select(step => step.Key));
        Assert.Equal((scene.Shelter.Id, (Guid?)scene.Advocate.Id), (steps[0].Primary.AgencyId, steps[0].Primary.SeatId));
        Assert.Equal(scene.Police.Id, steps[0].Backups.Single().AgencyId);
        Assert.Equal([new NextStep("police", NextStepWhen.NotAnswered)], steps[0].Next);
        Assert.Equal([SharedInformation.NeedWithoutIdentity, SharedInformation.Languages], steps[0].MayShare);
        var kept = steps[0].When;
        Assert.Equal((TraffickingType.Labor, Citizenship.ForeignNational), (kept.TraffickingTypes.Single(), kept.Citizenships.Single()));
        Assert.Equal((2, 5, MinorsCondition.Yes), (kept.VictimsFrom, kept.VictimsTo, kept.Minors));
        Assert.Equal(["tha", "vie"], kept.Languages);
        Assert.Equal([new NamedHours(DayOfWeek.Monday, "08:00", "17:30")], steps[1].NamedHours);
    }

    [Fact]
    public async Task A_task_forces_protocols_are_for_those_who_take_part_in_it()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("police", scene.Police, scene.Detective));
        string[] reads = [scene.Protocols, $"{scene.Protocols}/{protocol.Id}", scene.Version(protocol.Id), $"{scene.Version(protocol.Id)}/flowchart.svg", $"/task-forces/{scene.TaskForce}/readiness", $"/task-forces/{scene.TaskForce}/readiness/gaps"];
        foreach (var path in reads)
        {
            Assert.Equal(HttpStatusCode.OK, (await scene.Person(scene.Advocate).GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await scene.Scene.As(Roles.CaseWorker, scene.Shelter.Id, Guid.NewGuid()).GetAsync(path)).StatusCode);
        }

        var other = scene.Scene.As(Roles.Coordinator, taskForce: Guid.NewGuid());
        var version = scene.Version(protocol.Id);
        (HttpMethod, string, object?)[] changes =
        [
            (HttpMethod.Post, scene.Protocols, new { topic = "Media", title = "Press", text = "Nobody alone." }),
            (HttpMethod.Post, $"{scene.Protocols}/{protocol.Id}/versions", null),
            (HttpMethod.Put, $"{version}/text", new { text = "Whoever likes." }),
            (HttpMethod.Post, $"{version}/adoption", new { decisionId = Guid.NewGuid() }),
            (HttpMethod.Post, $"{version}/retirement", new { decisionId = Guid.NewGuid() }),
        ];
        foreach (var (method, path, body) in changes)
        {
            var refused = await Scene.SendAsync(other, method, path, body, EntityTagHeaderValue.Any);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    private static object Next(string step) => new { step };
}
