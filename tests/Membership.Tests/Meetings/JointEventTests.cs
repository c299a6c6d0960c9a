using System.Net;
using System.Text.Json;
using Contracts;
using Contracts.Membership;
using Membership.Meetings.JointEvents;
using Testing;

namespace Membership.Tests.Meetings;

[Collection(MeetingService.Name)]
public sealed class JointEventTests(MeetingService service)
{
    /// <summary>Vignette 6, the event planned alone: nobody's name is on what they could not shape.</summary>
    [Fact]
    public async Task An_event_is_published_only_with_sponsors_who_were_asked_to_shape_it()
    {
        var scene = await MeetingScene.StartAsync(service);
        var (church, clinic) = (await scene.AnotherMemberAsync("Church"), await scene.AnotherMemberAsync("Clinic"));
        var created = await DraftAsync(scene, scene.Police.Id);
        // The agenda is open to the invited at once, and to nobody else.
        var seen = await scene.OfPolice.GetFromJsonAsync<JointEventView>(scene.At(created), Answers.Json);
        Assert.Equal(("Doors open at six.", JointEventState.Draft), (seen!.Agenda, seen.State));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Of(church).GetAsync(scene.At(created))).StatusCode);
        var comment = await scene.OfPolice.PostAsJsonAsync($"{scene.At(created)}/comments", new { text = "No uniforms at the door, please." });
        Assert.Equal(HttpStatusCode.Created, comment.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OfShelter.PostAsJsonAsync($"{scene.At(created)}/comments", new { text = "My own." })).StatusCode);
        Assert.Single((await scene.OfShelter.GetFromJsonAsync<List<JointEventCommentView>>($"{scene.At(created)}/comments", Answers.Json))!);

        await PostAsync(scene.OfShelter, "sponsors", new { agencyId = church.Id });
        await PostAsync(scene.OfPolice, "sponsors", new { agencyId = scene.Police.Id });
        await NormsAsync(scene, created, scene.OfShelter, "We speak of people, not of cases.");
        foreach (var client in new[] { scene.OfShelter, scene.OfPolice, scene.Of(church) }) await AcknowledgeAsync(scene, created, client, 1);
        Assert.Equal([(PublicationNeed.CommentPeriodOver, null), (PublicationNeed.InvitationToShape, church.Id)], await MissingAsync(scene, created));

        await service.AfterwardsAsync(async () =>
        {
            // To ask when nobody can answer any more is not to ask.
            await PostAsync(scene.OfShelter, "invitations", new { agencies = new[] { church.Id, clinic.Id } });
            Assert.Equal("comment-period-over", await (await scene.Of(church).PostAsJsonAsync($"{scene.At(created)}/comments", new { text = "Late." })).ProblemAsync(HttpStatusCode.Conflict));
            Assert.Equal([(PublicationNeed.InvitationToShape, church.Id)], await MissingAsync(scene, created));
            var withdrawn = await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Delete, $"{scene.At(created)}/sponsors/{church.Id}", scene.At(created));
            Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
            var published = await (await PublishAsync(scene, created)).ReadAsync<JointEventView>();
            Assert.Equal((JointEventState.Published, 0), (published.State, published.Missing.Count));
        });

        // All who take part in the task force see it now.
        Assert.Equal(HttpStatusCode.OK, (await scene.Of(church).GetAsync(scene.At(created))).StatusCode);
        foreach (var (verb, method, body) in new (string, HttpMethod, object?)[]
                 {
                     ("", HttpMethod.Put, Plan("Doors are closed.")), ("/invitations", HttpMethod.Post, new { agencies = new[] { clinic.Id } }),
                     ("/comment-period", HttpMethod.Post, new { until = "2027-05-01T00:00:00Z" }), ("/sponsors", HttpMethod.Post, new { agencyId = clinic.Id }),
                     ($"/sponsors/{scene.Police.Id}", HttpMethod.Delete, null), ("/norms", HttpMethod.Put, new { text = "Ours." }), ("/publication", HttpMethod.Post, null),
                 })
        {
            var late = await Scene.ChangeAsync(scene.OfShelter, method, $"{scene.At(created)}{verb}", scene.At(created), body);
            Assert.Equal("state-conflict", await late.ProblemAsync(HttpStatusCode.Conflict));
        }

        Assert.Equal("state-conflict", await (await AckAsync(scene, created, scene.OfPolice, 1)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("state-conflict", await (await scene.OfPolice.PostAsJsonAsync($"{scene.At(created)}/comments", new { text = "Late." })).ProblemAsync(HttpStatusCode.Conflict));
        var facts = await service.JournalAsync(scene.Scene.Hub, 1, entry => entry.Type == "joint-event-published");
        var fact = JsonSerializer.Deserialize<JointEventPublished>(facts.Single(entry => entry.Type == "joint-event-published").Payload, Answers.Json)!;
        Assert.Equal((created.Id, scene.Shelter.Id), (fact.JointEventId, fact.OrganizerAgencyId));
        Assert.Equal([scene.Police.Id], fact.CoSponsors);

        async Task PostAsync(HttpClient by, string verb, object body) =>
            await (await Scene.ChangeAsync(by, HttpMethod.Post, $"{scene.At(created)}/{verb}", scene.At(created), body)).ReadAsync<JointEventView>();
    }

    /// <summary>Vignette 8, two languages of purpose: a church and an NGO that has no creed write norms into it that both accept, and a change asks again.</summary>
    [Fact]
    public async Task An_event_is_published_only_when_every_sponsor_acknowledged_the_norms_as_they_now_are()
    {
        var scene = await MeetingScene.StartAsync(service);
        var church = await scene.AnotherMemberAsync("Saint Brendan's", AgencyType.FaithBased);
        Assert.Equal((AgencyType.NGO, AgencyType.FaithBased), (scene.Shelter.AgencyType, church.AgencyType));
        var (ofNgo, ofChurch) = (scene.OfShelter, scene.Of(church));
        var created = await DraftAsync(scene, church.Id);
        var sponsored = await Scene.ChangeAsync(ofNgo, HttpMethod.Post, $"{scene.At(created)}/sponsors", scene.At(created), new { agencyId = church.Id });
        Assert.Equal(HttpStatusCode.OK, sponsored.StatusCode);
        await service.AfterwardsAsync(async () =>
        {
            Assert.Equal([(PublicationNeed.Norms, null)], await MissingAsync(scene, created));
            await NormsAsync(scene, created, ofChurch, "No prayer, and a minute of silence.");
            Assert.Equal("norms-changed", await (await AckAsync(scene, created, ofChurch, 2)).ProblemAsync(HttpStatusCode.Conflict));
            await AcknowledgeAsync(scene, created, ofChurch, 1);
            Assert.Equal([(PublicationNeed.NormsAcknowledgement, scene.Shelter.Id)], await MissingAsync(scene, created));

            // Both go by other words: both are asked again.
            await NormsAsync(scene, created, ofNgo, "A minute of silence, which each may fill.");
            Assert.Equal(
                new[] { church.Id, scene.Shelter.Id }.Order(), (await MissingAsync(scene, created)).Select(missing => missing.AgencyId!.Value).Order());
            await AcknowledgeAsync(scene, created, ofChurch, 2);
            await AcknowledgeAsync(scene, created, ofNgo, 2);
            var published = await (await PublishAsync(scene, created)).ReadAsync<JointEventView>();
            Assert.Equal((2, "A minute of silence, which each may fill."), (published.NormsVersion, published.Norms));
            Assert.All(published.Parts, part => Assert.Equal(2, part.NormsAcknowledged));
        });
        var late = await Scene.ChangeAsync(ofNgo, HttpMethod.Put, $"{scene.At(created)}/norms", scene.At(created), new { text = "Otherwise." });
        Assert.Equal("state-conflict", await late.ProblemAsync(HttpStatusCode.Conflict));
    }

    /// <summary>Vignette 6, the agenda that was put in its place: what all shaped and acknowledged is what is held.</summary>
    [Fact]
    public async Task Another_plan_is_open_for_comments_again_and_acknowledged_anew_by_every_sponsor()
    {
        var scene = await MeetingScene.StartAsync(service);
        var created = await DraftAsync(scene, scene.Police.Id);
        (await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Post, $"{scene.At(created)}/sponsors", scene.At(created), new { agencyId = scene.Police.Id })).EnsureSuccessStatusCode();
        await NormsAsync(scene, created, scene.OfShelter, "We speak of people, not of cases.");
        await BothAcknowledgeAsync(1);
        await service.AfterwardsAsync(async () =>
        {
            var swapped = await ChangeAsync("A speech of the sheriff.");
            Assert.Equal((2, true), (swapped.NormsVersion, swapped.CommentsUntil >= service.Time.GetUtcNow().AddSeconds(20)));
            Assert.Equal(3, swapped.Missing.Count);
            Assert.Equal(2, (await ChangeAsync("A speech of the sheriff.")).NormsVersion); // The same plan asks nobody.
            var comment = await scene.OfPolice.PostAsJsonAsync($"{scene.At(created)}/comments", new { text = "This is not what we agreed on." });
            Assert.Equal(HttpStatusCode.Created, comment.StatusCode);
            Assert.Equal("norms-changed", await (await AckAsync(scene, created, scene.OfPolice, 1)).ProblemAsync(HttpStatusCode.Conflict));
            await BothAcknowledgeAsync(2);
            Assert.Equal([(PublicationNeed.CommentPeriodOver, null)], await MissingAsync(scene, created));
            service.Time.Move(TimeSpan.FromMinutes(1));
            try
            {
                Assert.Equal("A speech of the sheriff.", (await (await PublishAsync(scene, created)).ReadAsync<JointEventView>()).Agenda);
            }
            finally
            {
                service.Time.Move(TimeSpan.FromMinutes(-1));
            }
        });

        async Task<JointEventView> ChangeAsync(string agenda) =>
            await (await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Put, scene.At(created), scene.At(created), Plan(agenda))).ReadAsync<JointEventView>();

        async Task BothAcknowledgeAsync(int version)
        {
            foreach (var client in new[] { scene.OfShelter, scene.OfPolice }) await AcknowledgeAsync(scene, created, client, version);
        }
    }

    [Fact]
    public async Task A_sponsor_that_left_the_task_force_is_seen_and_keeps_the_event_from_being_published_in_its_name()
    {
        var scene = await MeetingScene.StartAsync(service);
        var church = await scene.AnotherMemberAsync("Church");
        var created = await DraftAsync(scene, scene.Police.Id, church.Id);
        foreach (var agency in new[] { scene.Police.Id, church.Id })
            (await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Post, $"{scene.At(created)}/sponsors", scene.At(created), new { agencyId = agency })).EnsureSuccessStatusCode();
        await NormsAsync(scene, created, scene.OfShelter, "We speak of people, not of cases.");
        foreach (var client in new[] { scene.OfShelter, scene.OfPolice, scene.Of(church) }) await AcknowledgeAsync(scene, created, client, 1);
        (await scene.Scene.LeaveAsync(scene.TaskForce, church.Id)).EnsureSuccessStatusCode();

        await service.AfterwardsAsync(async () =>
        {
            Assert.Equal([(PublicationNeed.Membership, church.Id)], await MissingAsync(scene, created));
            var read = await scene.OfPolice.GetFromJsonAsync<JointEventView>(scene.At(created), Answers.Json);
            Assert.Equal([church.Id], read!.Parts.Where(part => !part.IsMember).Select(part => part.AgencyId));
            var withdrawn = await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Delete, $"{scene.At(created)}/sponsors/{church.Id}", scene.At(created));
            Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
            await (await PublishAsync(scene, created)).ReadAsync<JointEventView>();
        });
    }

    [Fact]
    public async Task An_event_without_a_co_sponsor_is_not_joint_and_more_time_lets_more_of_them_shape_it()
    {
        var scene = await MeetingScene.StartAsync(service);
        var church = await scene.AnotherMemberAsync("Church");
        var created = await DraftAsync(scene, scene.Police.Id);
        Assert.Contains((PublicationNeed.CoSponsor, null), await MissingAsync(scene, created));
        await service.AfterwardsAsync(async () =>
        {
            foreach (var (verb, body) in new (string, object)[]
                     {
                         ("invitations", new { agencies = new[] { church.Id } }), ("comment-period", new { until = service.Soon }), ("sponsors", new { agencyId = church.Id }),
                     })
            {
                var done = await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Post, $"{scene.At(created)}/{verb}", scene.At(created), body);
                Assert.Equal(HttpStatusCode.OK, done.StatusCode);
            }

            Assert.DoesNotContain((PublicationNeed.InvitationToShape, church.Id), await MissingAsync(scene, created));
            var shorter = await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Post, $"{scene.At(created)}/comment-period", scene.At(created), new { until = service.Time.GetUtcNow() });
            Assert.Equal("until", (await shorter.ErrorsAsync()).Keys.Single());
        });
    }

    [Fact]
    public async Task It_is_its_organizers_and_whoever_is_no_part_of_it_changes_nothing()
    {
        var scene = await MeetingScene.StartAsync(service);
        var clinic = await scene.AnotherMemberAsync("Clinic");
        var created = await DraftAsync(scene, scene.Police.Id);
        foreach (var (verb, method, body) in new (string, HttpMethod, object?)[]
                 {
                     ("", HttpMethod.Put, new { title = "T", on = "2027-06-01", agenda = "A", focus = new[] { "Prevention" } }),
                     ("/invitations", HttpMethod.Post, new { agencies = new[] { clinic.Id } }), ("/comment-period", HttpMethod.Post, new { until = "2027-06-01T00:00:00Z" }),
                     ("/sponsors", HttpMethod.Post, new { agencyId = clinic.Id }), ("/norms", HttpMethod.Put, new { text = "Ours." }),
                     ("/publication", HttpMethod.Post, null), ("/cancellation", HttpMethod.Post, new { reason = "No." }),
                 })
        {
            var path = $"{scene.At(created)}{verb}";
            Assert.Equal(HttpStatusCode.NotFound, (await Scene.SendAsync(scene.Of(clinic), method, path, body)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(scene.OfPolice, method, path, scene.At(created), body)).StatusCode);
            Assert.Equal(HttpStatusCode.PreconditionRequired, (await Scene.SendAsync(scene.Coordinator, method, path, body)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await AckAsync(scene, created, scene.OfPolice, 1)).StatusCode);
        Assert.Empty((await scene.Of(clinic).GetFromJsonAsync<List<JointEventView>>($"{scene.Path}/joint-events", Answers.Json))!);
        var cancelled = await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Post, $"{scene.At(created)}/cancellation", scene.At(created), new { reason = "A storm." });
        Assert.Equal(JointEventState.Cancelled, (await cancelled.ReadAsync<JointEventView>()).State);
    }

    [Fact]
    public async Task What_is_wrong_with_a_draft_is_said_by_field()
    {
        var scene = await MeetingScene.StartAsync(service);
        foreach (var (field, value) in new (string, object)[]
        {
            ("invited", new[] { "6f2c1c1e-0000-4000-8000-000000000000" }),
            ("invited", Array.Empty<string>()),
            ("commentsUntil", "2020-01-01T00:00:00Z"),
            ("commentsUntil", service.Time.GetUtcNow().AddSeconds(20)), // shorter than anybody can answer
            ("focus", Array.Empty<string>()),
            ("agenda", ""),
            ("invited", new[] { scene.Shelter.Id }), // alone
        })
        {
            var body = Draft(scene.Police.Id);
            body[field] = value;
            Assert.Equal(field, (await (await scene.OfShelter.PostAsJsonAsync($"{scene.Path}/joint-events", body)).ErrorsAsync()).Keys.Single());
        }
    }

    private Dictionary<string, object?> Draft(params Guid[] invited) => new()
    {
        ["title"] = "Evening for landlords", ["on"] = "2027-06-01", ["agenda"] = "Doors open at six.", ["invited"] = invited,
        ["commentsUntil"] = service.Soon, ["focus"] = new[] { "Prevention", "Partnership" },
    };

    private static object Plan(string agenda) => new { title = "Evening for landlords", on = "2027-06-01", agenda, focus = new[] { "Prevention", "Partnership" } };

    private async Task<JointEventView> DraftAsync(MeetingScene scene, params Guid[] invited) =>
        await (await scene.OfShelter.PostAsJsonAsync($"{scene.Path}/joint-events", Draft(invited))).ReadAsync<JointEventView>(HttpStatusCode.Created);

    private static async Task NormsAsync(MeetingScene scene, JointEventView jointEvent, HttpClient by, string text) =>
        await (await Scene.ChangeAsync(by, HttpMethod.Put, $"{scene.At(jointEvent)}/norms", scene.At(jointEvent), new { text })).ReadAsync<JointEventView>();

    private static Task<HttpResponseMessage> AckAsync(MeetingScene scene, JointEventView jointEvent, HttpClient by, int version) =>
        by.PostAsJsonAsync($"{scene.At(jointEvent)}/norms/acknowledgement", new { version });

    private static async Task AcknowledgeAsync(MeetingScene scene, JointEventView jointEvent, HttpClient by, int version) =>
        await (await AckAsync(scene, jointEvent, by, version)).ReadAsync<JointEventView>();

    private static Task<HttpResponseMessage> PublishAsync(MeetingScene scene, JointEventView jointEvent) =>
        Scene.ChangeAsync(scene.OfShelter, HttpMethod.Post, $"{scene.At(jointEvent)}/publication", scene.At(jointEvent));

    /// <summary>What a publication that is refused says is missing.</summary>
    private static async Task<List<(PublicationNeed Need, Guid? AgencyId)>> MissingAsync(MeetingScene scene, JointEventView jointEvent)
    {
        var answer = await PublishAsync(scene, jointEvent);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.ReadAsync<JsonElement>(HttpStatusCode.Conflict);
        Assert.EndsWith("/event-not-ready", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        return [.. problem.GetProperty("missing").Deserialize<List<MissingForPublication>>(Answers.Json)!.Select(missing => (missing.Need, missing.AgencyId))];
    }
}
