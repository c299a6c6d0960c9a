using System.Net;
using Membership.Meetings;
using Membership.Meetings.Agenda;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Meetings;

[Collection(MeetingService.Name)]
public sealed class AgendaTests(MeetingService service)
{
    [Fact]
    public async Task An_agenda_opens_as_a_draft_to_all_who_are_invited_who_shape_it_until_the_period_ends()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        var own = await ProposeAsync(scene, meeting, new { title = "Interpreters at night", kind = "Discussion", minutes = 15 }, scene.OfPolice);
        Assert.Equal(scene.Police.Id, own.ProposedByAgencyId);
        // Until it is opened, an agency sees of the agenda what it proposed itself.
        var hidden = await ProposeAsync(scene, meeting, new { title = "Budget", kind = "Report", sponsorSeatId = scene.ShelterSeat.Id }, scene.Coordinator);
        Assert.Equal((null, scene.Shelter.Id), (hidden.ProposedByAgencyId, hidden.SponsorAgencyId));
        Assert.Equal([own.Id], (await scene.AgendaAsync(meeting, scene.OfPolice)).Select(item => item.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OfPolice.GetAsync($"{scene.At(meeting)}/agenda/{hidden.Id}")).StatusCode);
        Assert.Equal("state-conflict", await (await CommentAsync("Too early.")).ProblemAsync(HttpStatusCode.Conflict));

        var opened = await (await scene.DoAsync(meeting, "agenda/opening", new { commentsUntil = service.Soon })).ReadAsync<MeetingView>();
        Assert.Equal((MeetingState.AgendaOpen, true), (opened.State, opened.CommentsUntil > service.Time.GetUtcNow()));
        Assert.Equal(2, (await scene.AgendaAsync(meeting, scene.OfPolice)).Count);
        var comment = await (await CommentAsync("Please begin with this one.", own.Id)).ReadAsync<MeetingCommentView>(HttpStatusCode.Created);
        Assert.Equal((scene.Shelter.Id, scene.ShelterSeat.Id), (comment.AgencyId, comment.SeatId));
        Assert.Equal([comment.Id], (await scene.OfPolice.GetFromJsonAsync<List<MeetingCommentView>>($"{scene.At(meeting)}/agenda/comments", Answers.Json))!.Select(one => one.Id));

        Assert.Equal("comment-period-runs", await (await scene.DoAsync(meeting, "agenda/settlement")).ProblemAsync(HttpStatusCode.Conflict));
        await service.AfterwardsAsync(async () =>
        {
            Assert.Equal("comment-period-over", await (await CommentAsync("Too late.")).ProblemAsync(HttpStatusCode.Conflict));
            Assert.Equal(MeetingState.AgendaSettled, (await (await scene.DoAsync(meeting, "agenda/settlement")).ReadAsync<MeetingView>()).State);
        });
        var late = await scene.OfPolice.PostAsJsonAsync($"{scene.At(meeting)}/agenda", new { title = "One more", kind = "Discussion" });
        Assert.Equal("state-conflict", await late.ProblemAsync(HttpStatusCode.Conflict));

        Task<HttpResponseMessage> CommentAsync(string text, Guid? agendaItemId = null) =>
            scene.OfShelter.PostAsJsonAsync($"{scene.At(meeting)}/agenda/comments", new { text, agendaItemId });
    }

    [Fact]
    public async Task An_agenda_is_listed_as_it_is_gone_through_page_by_page_and_is_full_at_last()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        var titles = Enumerable.Range(1, AgendaItem.Most).Select(number => $"Item {number}").ToList();
        foreach (var title in titles) await ProposeAsync(scene, meeting, new { title, kind = "Discussion" }, scene.Coordinator);

        var read = new List<string>();
        for (var next = "?take=90"; next.Length > 0;)
        {
            using var page = await scene.Coordinator.GetAsync($"{scene.At(meeting)}/agenda{next}");
            read.AddRange((await page.ReadAsync<List<AgendaItemView>>()).Select(item => item.Title));
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : "";
        }

        Assert.Equal(titles, read);
        var full = await scene.OfPolice.PostAsJsonAsync($"{scene.At(meeting)}/agenda", new { title = "One more", kind = "Discussion" });
        Assert.Equal("agenda-full", await full.ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_agenda_is_put_in_order_as_a_whole_until_it_is_settled()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        var items = new List<Guid>();
        foreach (var title in new[] { "One", "Two", "Three" }) items.Add((await ProposeAsync(scene, meeting, new { title, kind = "Discussion" }, scene.OfPolice)).Id);
        var order = new { items = new[] { items[2], items[0], items[1] } };
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.DoAsync(meeting, "agenda/order", order, scene.OfPolice)).StatusCode);
        Assert.Equal(
            HttpStatusCode.PreconditionRequired, (await Scene.SendAsync(scene.Coordinator, HttpMethod.Put, $"{scene.At(meeting)}/agenda/order", order)).StatusCode);
        foreach (var wrong in new[] { items[..2], [.. items, items[0]], [items[0], items[0], items[1]], [.. items[..2], Guid.NewGuid()] })
            Assert.Equal("items", (await (await scene.DoAsync(meeting, "agenda/order", new { items = wrong })).ErrorsAsync()).Keys.Single());
        await (await scene.DoAsync(meeting, "agenda/order", order, scene.CoreGroup)).ReadAsync<MeetingView>();
        Assert.Equal(["Three", "One", "Two"], (await scene.AgendaAsync(meeting)).Select(item => item.Title));

        // What comes later comes last, also while it is open.
        await (await scene.DoAsync(meeting, "agenda/opening", new { commentsUntil = service.Soon })).ReadAsync<MeetingView>();
        await ProposeAsync(scene, meeting, new { title = "Four", kind = "Discussion" }, scene.OfPolice);
        Assert.Equal(["Three", "One", "Two", "Four"], (await scene.AgendaAsync(meeting)).Select(item => item.Title));
        await service.AfterwardsAsync(async () => await (await scene.DoAsync(meeting, "agenda/settlement")).ReadAsync<MeetingView>());
        Assert.Equal("state-conflict", await (await scene.DoAsync(meeting, "agenda/order", order)).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Where_a_page_ended_with_an_item_that_is_gone_the_next_says_so_and_is_not_empty()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        foreach (var title in new[] { "One", "Two", "Three" }) await ProposeAsync(scene, meeting, new { title, kind = "Discussion" }, scene.OfPolice);
        using var page = await scene.Coordinator.GetAsync($"{scene.At(meeting)}/agenda?take=1");
        var next = $"{scene.At(meeting)}/agenda{page.Headers.GetValues("Link").Single().Split('<', '>')[1]}";
        Assert.Equal("Two", (await scene.Coordinator.GetFromJsonAsync<List<AgendaItemView>>(next, Answers.Json))!.Single().Title);
        var first = $"{scene.At(meeting)}/agenda/{(await page.ReadAsync<List<AgendaItemView>>()).Single().Id}";
        Assert.Equal(HttpStatusCode.NoContent, (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Delete, first, first)).StatusCode);
        Assert.Equal("after", (await (await scene.Coordinator.GetAsync(next)).ErrorsAsync()).Keys.Single());
    }

    [Fact]
    public async Task A_meeting_that_is_held_without_an_agenda_follows_up_what_was_due_by_then_and_no_review()
    {
        var scene = await MeetingScene.StartAsync(service);
        var today = DateOnly.FromDateTime(service.Time.GetUtcNow().UtcDateTime);
        var due = await scene.ActionItemAsync($"{today:yyyy-MM-dd}", seat: scene.PoliceSeat.Id);
        await scene.ActionItemAsync($"{today.AddDays(1):yyyy-MM-dd}", scene.Police.Id);
        var planned = await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/meetings", new
        {
            title = "Monthly meeting", on = today, startsAt = "00:00:00", durationMinutes = 60, timeZone = "UTC",
        });
        var meeting = await planned.ReadAsync<MeetingView>(HttpStatusCode.Created);
        await (await scene.DoAsync(meeting, "holding", new { seats = new[] { scene.ShelterSeat.Id } })).ReadAsync<MeetingView>();
        var item = Assert.Single(await scene.AgendaAsync(meeting));
        Assert.Equal((AgendaItemKind.FollowUp, due.Id), (item.Kind, item.ActionItemId!.Value));

        // What was agreed on only after a meeting was not due there.
        Assert.Empty(await scene.AgendaAsync(await scene.HeldAsync("2026-03-03")));
    }

    /// <summary>Vignette 5, assumed readiness: what nobody has gone through for months comes to the table by itself.</summary>
    [Fact]
    public async Task The_next_meetings_draft_proposes_reviews_that_are_overdue_and_actions_that_are_due()
    {
        var scene = await MeetingScene.StartAsync(service);
        var today = DateOnly.FromDateTime(service.Time.GetUtcNow().UtcDateTime);
        var due = await scene.ActionItemAsync($"{today.AddMonths(1):yyyy-MM-dd}", seat: scene.PoliceSeat.Id);
        await scene.ActionItemAsync($"{today.AddMonths(11):yyyy-MM-dd}", scene.Police.Id);

        // Six months after joining a review is due, a month later it is overdue.
        var sooner = await scene.MeetingAsync($"{today.AddMonths(6).AddDays(10):yyyy-MM-dd}");
        Assert.Equal([AgendaItemKind.FollowUp], (await ProposalsAsync(sooner)).Select(item => item.Kind));
        var later = await scene.MeetingAsync($"{today.AddMonths(8):yyyy-MM-dd}");
        var proposed = await ProposalsAsync(later);
        Assert.Equal(3, proposed.Count);
        Assert.Equal(proposed.Where(item => item.Kind == AgendaItemKind.Review), await ProposalsAsync(later, "?kind=Review"));
        Assert.Equal(proposed.Where(item => item.SponsorAgencyId == scene.Shelter.Id), await ProposalsAsync(later, $"?agencyId={scene.Shelter.Id}"));
        var page = await scene.CoreGroup.GetAsync($"{scene.At(later)}/agenda/proposals?take=2");
        var next = page.Headers.GetValues("Link").Single().Split('<', '>')[1];
        Assert.Equal(proposed, [.. await page.ReadAsync<List<ProposedItem>>(), .. await ProposalsAsync(later, next)]);
        Assert.Empty(await scene.AgendaAsync(later));

        await (await scene.DoAsync(later, "agenda/opening", new { commentsUntil = service.Soon })).ReadAsync<MeetingView>();
        var agenda = await scene.AgendaAsync(later, scene.OfPolice);
        var followUp = agenda.Single(item => item.Kind == AgendaItemKind.FollowUp);
        Assert.Equal(("Follow-up: Write the referral form", due.Id, scene.PoliceSeat.Id), (followUp.Title, followUp.ActionItemId!.Value, followUp.SponsorSeatId!.Value));
        var reviews = agenda.Where(item => item.Kind == AgendaItemKind.Review).ToList();
        Assert.Equal(new[] { scene.Shelter.Id, scene.Police.Id }.Order(), reviews.Select(item => item.ReviewedAgencyId!.Value).Order());
        Assert.Contains("Review of role and limits: City police", reviews.Select(item => item.Title));
        Assert.Empty(await ProposalsAsync(later));

        async Task<List<ProposedItem>> ProposalsAsync(MeetingView meeting, string query = "") =>
            (await scene.CoreGroup.GetFromJsonAsync<List<ProposedItem>>($"{scene.At(meeting)}/agenda/proposals{query}", Answers.Json))!;
    }

    [Fact]
    public async Task An_item_is_changed_by_its_proposer_or_by_whoever_prepares_the_meeting()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        var item = await ProposeAsync(scene, meeting, new { title = "HT 101", kind = "Training", courseTitle = "Human trafficking 101" }, scene.OfPolice);
        await (await scene.DoAsync(meeting, "agenda/opening", new { commentsUntil = service.Soon })).ReadAsync<MeetingView>();
        var path = $"{scene.At(meeting)}/agenda/{item.Id}";
        var changed = new { title = "HT 102", kind = "Training", courseTitle = "Human trafficking 102", sponsorAgencyId = scene.Shelter.Id };
        Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(scene.OfShelter, HttpMethod.Put, path, path, changed)).StatusCode);
        Assert.Equal("HT 102", (await (await Scene.ChangeAsync(scene.OfPolice, HttpMethod.Put, path, path, changed)).ReadAsync<AgendaItemView>()).Title);
        Assert.Equal(HttpStatusCode.OK, (await Scene.ChangeAsync(scene.CoreGroup, HttpMethod.Put, path, path, changed)).StatusCode);

        await scene.OfShelter.PostAsJsonAsync($"{scene.At(meeting)}/agenda/comments", new { text = "We could host it.", agendaItemId = item.Id });
        Assert.Equal("item-discussed", await (await Scene.ChangeAsync(scene.OfPolice, HttpMethod.Delete, path, path)).ProblemAsync(HttpStatusCode.Conflict));
        var other = await ProposeAsync(scene, meeting, new { title = "Nothing much", kind = "Discussion" }, scene.OfPolice);
        path = $"{scene.At(meeting)}/agenda/{other.Id}";
        Assert.Equal(HttpStatusCode.NoContent, (await Scene.ChangeAsync(scene.OfPolice, HttpMethod.Delete, path, path)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_with_an_item_is_said_by_field()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        foreach (var (field, value, kind) in new (string, object?, string)[]
        {
            ("courseTitle", "A course", "Discussion"),
            ("courseTitle", null, "Training"),
            ("sponsorSeatId", "6f2c1c1e-0000-4000-8000-000000000000", "Report"),
            ("sponsorAgencyId", "6f2c1c1e-0000-4000-8000-000000000000", "Report"),
            ("minutes", 0, "Report"),
        })
        {
            var body = new Dictionary<string, object?> { ["title"] = "Item", ["kind"] = kind, [field] = value };
            Assert.Equal(field, (await (await scene.Coordinator.PostAsJsonAsync($"{scene.At(meeting)}/agenda", body)).ErrorsAsync()).Keys.Single());
        }
    }

    [Fact]
    public async Task An_agency_speaks_for_itself_and_only_to_meetings_that_it_is_invited_to()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04", invited: [scene.Police.Id]);
        var path = $"{scene.At(meeting)}/agenda";
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OfShelter.PostAsJsonAsync(path, new { title = "Item", kind = "Report" })).StatusCode);
        var forOther = await scene.OfPolice.PostAsJsonAsync(path, new { title = "Item", kind = "Report", proposedByAgencyId = scene.Shelter.Id });
        Assert.Equal(HttpStatusCode.Forbidden, forOther.StatusCode);
        await (await scene.DoAsync(meeting, "agenda/opening", new { commentsUntil = service.Soon })).ReadAsync<MeetingView>();
        // The core group sees the meeting, and is no agency that is invited.
        var outsider = scene.Scene.As(Roles.CoreGroup, scene.Shelter.Id, scene.TaskForce);
        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.PostAsJsonAsync($"{path}/comments", new { text = "We, too." })).StatusCode);
    }

    [Fact]
    public async Task The_period_for_comments_ends_between_now_and_the_meeting()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        // The second is 10:00 in California, half an hour after the meeting began.
        foreach (var commentsUntil in new[] { "2020-01-01T00:00:00Z", "2027-05-04T17:00:00Z" })
            Assert.Equal("commentsUntil", (await (await scene.DoAsync(meeting, "agenda/opening", new { commentsUntil })).ErrorsAsync()).Keys.Single());
    }

    [Fact]
    public async Task Nothing_comes_on_an_agenda_at_the_moment_it_is_opened_twice()
    {
        var scene = await MeetingScene.StartAsync(service);
        var meeting = await scene.MeetingAsync("2027-05-04");
        await scene.ActionItemAsync("2027-05-01", scene.Police.Id);
        var etag = (await scene.Coordinator.GetAsync(scene.At(meeting))).Headers.ETag;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Scene.SendAsync(
            scene.Coordinator, HttpMethod.Post, $"{scene.At(meeting)}/agenda/opening", new { commentsUntil = service.Soon }, etag)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed }));
        Assert.Single(await scene.AgendaAsync(meeting));
    }

    private static async Task<AgendaItemView> ProposeAsync(MeetingScene scene, MeetingView meeting, object item, HttpClient by) =>
        await (await by.PostAsJsonAsync($"{scene.At(meeting)}/agenda", item)).ReadAsync<AgendaItemView>(HttpStatusCode.Created);
}
