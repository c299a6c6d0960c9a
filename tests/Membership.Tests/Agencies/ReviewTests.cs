using System.Net;
using Membership.Agencies.Reviews;
using Membership.Meetings;
using Membership.Meetings.Agenda;
using Membership.Reminders;
using Membership.Storage;
using Membership.Tests.Meetings;
using Membership.Tests.Members;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Agencies.CardScene;

namespace Membership.Tests.Agencies;

/// <summary>Vignette 5, assumed readiness: a role that nobody has gone through for six months is due, then overdue.</summary>
public sealed class ReviewTests(ReviewTests.Clock service) : IClassFixture<ReviewTests.Clock>
{
    /// <summary>Whose months can be moved, and who looks for what is due all the time.</summary>
    public sealed class Clock : MembershipService
    {
        private protected override IReadOnlyDictionary<string, string>? Settings => new Dictionary<string, string> { ["Reminders:Every"] = "00:00:00.2" };

        public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Assumed_readiness()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, shelter) = await scene.MemberAsync();
        var police = await scene.AgencyAsync(Contracts.AgencyClass.LawEnforcement, "City police");
        await scene.JoinAsync(taskForce.Id, police.Id);
        var started = service.Today;

        // The shelter says what it is here; the police never do.
        var said = await scene.RoleSaidAsync(taskForce.Id, shelter.Id);
        Assert.Equal((ReviewState.Current, started, started.AddMonths(6)), (said.ReviewState, said.LastReviewedOn, said.ReviewDueOn));
        await MoveToAsync(started.AddMonths(6).AddDays(-1));
        Assert.Empty(await DueAsync(scene, taskForce.Id));

        // Six months: due, and both are reminded.
        await MoveToAsync(started.AddMonths(6));
        var due = await DueAsync(scene, taskForce.Id);
        Assert.All(due, review => Assert.Equal((ReviewState.Due, started.AddMonths(6)), (review.State, review.DueOn)));
        Assert.Equal([(shelter.Id, (DateOnly?)started), (police.Id, null)], due.Select(review => (review.AgencyId, review.LastReviewedOn)).OrderBy(review => review.Item2 is null));
        Assert.Empty(await DueAsync(scene, taskForce.Id, "?state=Overdue"));
        Assert.Equal(police.Id, Assert.Single(await DueAsync(scene, taskForce.Id, $"?state=Due&agencyId={police.Id}")).AgencyId);
        await ExpectPagesAsync(scene, taskForce.Id, due);
        Assert.Equal([0], await RemindedAsync(scene, taskForce.Id, shelter.Id, count: 1));
        Assert.Equal([0], await RemindedAsync(scene, taskForce.Id, police.Id, count: 1));

        // Another thirty days: overdue. Writing it down anew is no review; going through it is.
        await MoveToAsync(started.AddMonths(6).AddDays(31));
        Assert.All(await DueAsync(scene, taskForce.Id), review => Assert.Equal(ReviewState.Overdue, review.State));
        Assert.Equal([0, 1], await RemindedAsync(scene, taskForce.Id, shelter.Id, count: 2));
        Assert.Equal(ReviewState.Overdue, (await scene.RoleSaidAsync(taskForce.Id, shelter.Id)).ReviewState);

        // The next meeting's agenda proposes both, until they are gone through.
        var next = await (await PlanAsync(scene, taskForce.Id)).ReadAsync<MeetingView>(HttpStatusCode.Created);
        Assert.Equal(new[] { shelter.Id, police.Id }.Order(), (await ProposedAsync(scene, next)).Order());
        var reviewed = await (await ReviewAsync(scene.As(Roles.AgencyAdmin, shelter.Id, taskForce.Id), taskForce.Id, shelter.Id)).ReadAsync<MemberCardView>();
        Assert.Equal((ReviewState.Current, service.Today, service.Today.AddMonths(6)), (reviewed.ReviewState, reviewed.LastReviewedOn, reviewed.ReviewDueOn));
        Assert.Equal([police.Id], await ProposedAsync(scene, next));
        Assert.Equal([police.Id], (await DueAsync(scene, taskForce.Id)).Select(review => review.AgencyId));
        Assert.Equal([police.Id], (await DueAsync(scene, taskForce.Id, "?state=Overdue")).Select(review => review.AgencyId));
        Assert.Empty(await DueAsync(scene, taskForce.Id, "?state=Due"));
        Assert.Equal([shelter.Id], (await DueAsync(scene, taskForce.Id, "?state=Current")).Select(review => review.AgencyId));
    }

    [Fact]
    public async Task What_a_member_contributes_seeks_and_cannot_do_is_read_back_as_it_was_said()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var limits = Enum.GetValues<LimitKind>().Select(kind => new { kind = kind.ToString(), text = $"The limit of its {kind}" }).ToList();
        var path = CardOf(taskForce.Id, agency.Id);
        await (await Scene.ChangeAsync(scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id), HttpMethod.Put, path, path, new
        {
            role = "Shelters whoever is brought at night", contributes = "Eight beds", seeks = "A warning by telephone", limits,
        })).ReadAsync<MemberCardView>();

        var read = await scene.RoleOfAsync(taskForce.Id, agency.Id);
        Assert.Equal(("Eight beds", "A warning by telephone"), (read.Contributes, read.Seeks));
        Assert.Equal(limits.Select(limit => (limit.kind, limit.text)), read.Limits.Select(limit => (limit.Kind.ToString(), limit.Text)));
        Assert.Contains(read.Limits, limit => limit.Kind == LimitKind.Jurisdiction);
        Assert.Contains(read.Limits, limit => limit.Kind == LimitKind.Expertise);
    }

    [Fact]
    public async Task A_role_is_read_by_those_who_take_part_and_written_by_its_agency_and_whoever_runs_the_task_force()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var card = CardOf(taskForce.Id, agency.Id);
        var own = scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id);
        var participant = scene.As(Roles.CaseWorker, taskForce: taskForce.Id);
        Assert.Null((await scene.RoleOfAsync(taskForce.Id, agency.Id)).Role);
        Assert.Equal("nothing-to-review", await (await ReviewAsync(own, taskForce.Id, agency.Id)).ProblemAsync(HttpStatusCode.Conflict));

        foreach (var (client, read, write) in new[]
        {
            (own, HttpStatusCode.OK, HttpStatusCode.OK),
            (scene.As(Roles.Coordinator, taskForce: taskForce.Id), HttpStatusCode.OK, HttpStatusCode.OK),
            (participant, HttpStatusCode.OK, HttpStatusCode.Forbidden),
            (scene.As(Roles.AgencyAdmin, taskForce: taskForce.Id), HttpStatusCode.OK, HttpStatusCode.Forbidden),
            (scene.As(Roles.AgencyAdmin, agency.Id), HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (scene.As(Roles.Coordinator), HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (scene.As(Roles.Analyst, taskForce: taskForce.Id), HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
        })
        {
            Assert.Equal(read, (await client.GetAsync(card)).StatusCode);
            Assert.Equal(write, (await Scene.ChangeAsync(client, HttpMethod.Put, card, card, Role())).StatusCode);
            Assert.Equal(write, (await ReviewAsync(client, taskForce.Id, agency.Id)).StatusCode);
        }

        var shown = await (await participant.GetAsync(card)).ReadAsync<MemberCardView>();
        Assert.Equal([LimitKind.Capacity, LimitKind.Sharing], shown.Limits.Select(limit => limit.Kind));
        Assert.Equal("limits", (await (await Scene.ChangeAsync(own, HttpMethod.Put, card, card, new
        {
            role = "Twice", limits = new[] { new { kind = "Legal", text = "one" }, new { kind = "Legal", text = "two" } },
        })).ErrorsAsync()).Keys.Single());
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await own.PostAsync($"{card}/review", null)).StatusCode);
    }

    [Fact]
    public async Task A_new_membership_starts_with_a_card_of_its_own()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
        await scene.RoleSaidAsync(taskForce, agency);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.LeaveAsync(taskForce, agency)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.HubAdmin.GetAsync(CardOf(taskForce, agency))).StatusCode);
        await scene.AppliedAsync(taskForce, agency);
        Assert.Null((await scene.RoleOfAsync(taskForce, agency)).Role);
    }

    /// <summary>Six months after the last day of August are over on the last of February, as its card would say.</summary>
    [Fact]
    public async Task Who_never_had_a_card_is_due_on_its_day_also_where_months_are_shorter()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var year = service.Today.AddDays(-58).Year + 1;
        var due = new DateOnly(year, 3, 1).AddDays(-1);
        var joined = new DateTimeOffset(year - 1, 8, 31, 23, 59, 0, TimeSpan.Zero);
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().Members.Where(member => member.TaskForceId == taskForce.Id)
                .ExecuteUpdateAsync(member => member.SetProperty(one => one.JoinedAt, joined));
        }

        await MoveToAsync(due.AddDays(-1));
        Assert.Empty(await DueAsync(scene, taskForce.Id));
        await MoveToAsync(due);
        Assert.Equal((agency.Id, ReviewState.Due, due), Assert.Single((await DueAsync(scene, taskForce.Id, "?state=Due")).Select(review => (review.AgencyId, review.State, review.DueOn))));
        await MoveToAsync(due.AddDays(30));
        Assert.Empty(await DueAsync(scene, taskForce.Id, "?state=Overdue"));
        await MoveToAsync(due.AddDays(31));
        Assert.Equal(ReviewState.Overdue, Assert.Single(await DueAsync(scene, taskForce.Id, "?state=Overdue")).State);
    }

    private object InAWeek => MeetingScene.Meeting($"{service.Today.AddDays(7):yyyy-MM-dd}");

    private Task<HttpResponseMessage> PlanAsync(Scene scene, Guid taskForce) =>
        scene.As(Roles.Coordinator, taskForce: taskForce).PostAsJsonAsync($"/task-forces/{taskForce}/meetings", InAWeek);

    /// <summary>Whose review its agenda will propose.</summary>
    private static async Task<List<Guid>> ProposedAsync(Scene scene, MeetingView meeting)
    {
        var proposals = $"/task-forces/{meeting.TaskForceId}/meetings/{meeting.Id}/agenda/proposals";
        var items = await (await scene.As(Roles.Coordinator, taskForce: meeting.TaskForceId).GetAsync(proposals)).ReadAsync<List<ProposedItem>>();
        return [.. items.Where(item => item.Kind == AgendaItemKind.Review).Select(item => item.ReviewedAgencyId!.Value)];
    }

    private async Task MoveToAsync(DateOnly day) => await service.MoveAsync(TimeSpan.FromDays(day.DayNumber - service.Today.DayNumber));

    private static async Task ExpectPagesAsync(Scene scene, Guid taskForce, List<ReviewDue> all)
    {
        var first = await scene.HubAdmin.GetAsync($"/task-forces/{taskForce}/card-reviews?take=1");
        var second = await scene.HubAdmin.GetAsync($"/task-forces/{taskForce}/card-reviews{first.Headers.GetValues("Link").Single().Split('<', '>')[1]}");
        Assert.Equal(all, [.. await first.ReadAsync<List<ReviewDue>>(), .. await second.ReadAsync<List<ReviewDue>>()]);
        Assert.False(second.Headers.Contains("Link"));
    }

    private static async Task<List<ReviewDue>> DueAsync(Scene scene, Guid taskForce, string query = "") =>
        await (await scene.HubAdmin.GetAsync($"/task-forces/{taskForce}/card-reviews{query}")).ReadAsync<List<ReviewDue>>();

    private static async Task<IEnumerable<int>> RemindedAsync(Scene scene, Guid taskForce, Guid agency, int count) => await Until.SomeAsync<IEnumerable<int>>(
        async () =>
        {
            var path = $"/task-forces/{taskForce}/reminders?agencyId={agency}&kind=CardReview";
            var reminders = await (await scene.HubAdmin.GetAsync(path)).ReadAsync<List<ReminderView>>();
            return reminders.Count >= count ? reminders.Select(reminder => reminder.Step).Order() : null;
        },
        "the agency is reminded");
}
