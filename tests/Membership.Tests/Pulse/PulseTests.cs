using System.Net;
using Membership.Pulse;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Pulse;

[Collection(MembershipThatMeets.Name)]
public sealed class PulseTests(MembershipService service)
{
    [Fact]
    public async Task One_round_at_a_time_long_enough_and_for_enough_people()
    {
        var scene = await PulseScene.StartAsync(service, members: 4);
        Assert.Equal("too-few-seats", await (await scene.OpenAsync()).ProblemAsync(HttpStatusCode.Conflict));
        await scene.Members.Scene.SeatAsync(scene.Members.TaskForce, scene.Members.Seats[0].AgencyId, name: "One more");
        Assert.Contains("opensOn", (await (await scene.OpenAsync(scene.Today.AddDays(-1), scene.Today.AddDays(5))).ErrorsAsync()).Keys);
        Assert.Contains("closesOn", (await (await scene.OpenAsync(scene.Today, scene.Today.AddDays(1))).ErrorsAsync()).Keys);
        Assert.Contains("closesOn", (await (await scene.OpenAsync(scene.Today, scene.Today.AddDays(62))).ErrorsAsync()).Keys);

        var first = await scene.OpenedAsync();
        Assert.Equal((1, PulseState.Open), (first.Number, first.State));
        Assert.Equal("round-not-closed", await (await scene.OpenAsync()).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("round-not-closed", await (await scene.OpenAsync(first.ClosesOn, first.ClosesOn.AddDays(5))).ProblemAsync(HttpStatusCode.Conflict));
        var planned = await (await scene.OpenAsync(first.ClosesOn.AddDays(1), first.ClosesOn.AddDays(5))).ReadAsync<PulseRoundView>(HttpStatusCode.Created);
        Assert.Equal((2, PulseState.Planned), (planned.Number, planned.State));
        Assert.Equal("state-conflict", await (await scene.AskTokenAsync(planned.Id, 0)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.In(0).PostAsJsonAsync(scene.Path, new { opensOn = scene.Today, closesOn = scene.Today })).StatusCode);
    }

    [Fact]
    public async Task A_seat_gets_one_token_and_a_token_answers_once()
    {
        var scene = await PulseScene.StartAsync(service, members: 5);
        var round = await scene.OpenedAsync();
        var token = await scene.TokenAsync(round.Id, 0);
        Assert.Equal("token-given", await (await scene.AskTokenAsync(round.Id, 0)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.NoContent, (await scene.AnswerAsync(token)).StatusCode);
        Assert.Equal("token-used", await (await scene.AnswerAsync(token, trust: 1)).ProblemAsync(HttpStatusCode.Conflict));
        var other = await scene.TokenAsync(round.Id, 1);
        var pressed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => scene.AnswerAsync(other))));
        Assert.Single(pressed, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.All(pressed.Where(answer => answer.StatusCode != HttpStatusCode.NoContent), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
    }

    /// <summary>One person in five seats would read their own five answers as everybody's.</summary>
    [Fact]
    public async Task Whoever_has_several_seats_is_one_person_and_answers_once()
    {
        var scene = await PulseScene.StartAsync(service, members: 4);
        var (first, second) = (await SeatAsync(0, "Marisol Quiñones-Test"), await SeatAsync(1, "Marisol Quiñones-Test")); // of one address, in two agencies
        var (namesake, again) = (await SeatAsync(3, "Leader 2"), await SeatAsync(3, "leader 3"));
        var round = await scene.OpenedAsync();
        var asked = await Task.WhenAll(AskAsync(first), AskAsync(second));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], asked.Select(answer => answer.StatusCode).Order());
        foreach (var seat in new[] { first, second }) Assert.Equal("token-given", await (await AskAsync(seat)).ProblemAsync(HttpStatusCode.Conflict));

        // Of the same name in another agency is somebody else; in the same agency, where nothing else is known, is not.
        await scene.TokenAsync(round.Id, 2);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(namesake)).StatusCode);
        await scene.TokenAsync(round.Id, 3);
        Assert.Equal("token-given", await (await AskAsync(again)).ProblemAsync(HttpStatusCode.Conflict));

        Task<SeatView> SeatAsync(int agency, string name) => scene.Members.Scene.SeatAsync(scene.Members.TaskForce, scene.Members.Seats[agency].AgencyId, name: name);

        Task<HttpResponseMessage> AskAsync(SeatView seat) => scene.Members.Scene.As(Roles.CaseWorker, seat.AgencyId, scene.Members.TaskForce, seat.Id)
            .PostAsync($"{scene.Path}/{round.Id}/token", null);
    }

    [Fact]
    public async Task A_round_is_for_enough_people_and_not_for_enough_seats()
    {
        var scene = await PulseScene.StartAsync(service, members: 4);
        for (var seat = 0; seat < 4; seat++) await scene.Members.Scene.SeatAsync(scene.Members.TaskForce, scene.Members.Seats[seat].AgencyId, name: $"leader {seat}");
        Assert.Equal("too-few-seats", await (await scene.OpenAsync()).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_is_given_again_to_whoever_sent_a_key()
    {
        var scene = await PulseScene.StartAsync(service, members: 5);
        var (round, key) = (await scene.OpenedAsync(), $"{Guid.NewGuid()}");
        Assert.Equal(await AskAsync(), await AskAsync());

        async Task<string> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{scene.Path}/{round.Id}/token") { Headers = { { "Idempotency-Key", key } } };
            return (await (await scene.In(0).SendAsync(request)).ReadAsync<PulseTokenView>()).Token;
        }
    }

    [Fact]
    public async Task A_key_that_could_be_guessed_would_open_the_kept_token_and_is_refused()
    {
        var scene = await PulseScene.StartAsync(service, members: 5);
        var round = await scene.OpenedAsync();
        foreach (var guessable in new[] { "1", "token-1", new string('k', 21) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{scene.Path}/{round.Id}/token") { Headers = { { "Idempotency-Key", guessable } } };
            Assert.Contains("Idempotency-Key", (await (await scene.In(0).SendAsync(request)).ErrorsAsync()).Keys);
        }

        Assert.NotEmpty(await scene.TokenAsync(round.Id, 0));
    }

    [Fact]
    public async Task Only_who_sits_here_gets_a_token()
    {
        var scene = await PulseScene.StartAsync(service, members: 5);
        var (round, elsewhere) = (await scene.OpenedAsync(), await PulseScene.StartAsync(service, members: 1));
        var (agency, taskForce) = (scene.Members.Seats[0].AgencyId, scene.Members.TaskForce);
        foreach (var nobody in new[]
                 {
                     scene.Members.Coordinator, scene.Members.Scene.HubAdmin, scene.Members.Scene.As(Roles.CaseWorker, agency, taskForce),
                 })
        {
            Assert.Equal("no-seat", await (await nobody.PostAsync($"{scene.Path}/{round.Id}/token", null)).ProblemAsync(HttpStatusCode.Conflict));
        }

        var gone = scene.Members.Seats[4];
        (await scene.Members.Scene.EndSeatAsync(taskForce, gone.Id)).EnsureSuccessStatusCode();
        Assert.True((await scene.AskTokenAsync(round.Id, 4)).StatusCode is HttpStatusCode.Conflict or HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.In(0).PostAsync($"{scene.Path}/{round.Id}/token", null)).StatusCode);
    }

    [Fact]
    public async Task An_answer_says_nothing_of_its_sender_or_is_refused_unused()
    {
        var scene = await PulseScene.StartAsync(service, members: 5);
        var round = await scene.OpenedAsync();
        var token = await scene.TokenAsync(round.Id, 0);
        Assert.Equal("not-anonymous", await (await scene.In(0).PostAsJsonAsync("/pulse-answers", PulseScene.BodyOf(token))).ProblemAsync(HttpStatusCode.BadRequest));

        var last = token[^1] == 'A' ? 'B' : 'A';
        foreach (var forged in new[] { $"{token[..^1]}{last}", $"{token[..40]}{(token[40] == 'A' ? 'B' : 'A')}{token[41..]}", new string('A', 107), "A", token + "A" })
            Assert.Contains("token", (await (await scene.AnswerAsync(forged)).ErrorsAsync()).Keys);
        using var anonymous = service.Anonymous();
        var refused = await (await anonymous.PostAsJsonAsync("/pulse-answers", PulseScene.BodyOf(token, trust: 6, results: 0))).ErrorsAsync();
        Assert.Equal(["results", "trust"], refused.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NoContent, (await scene.AnswerAsync(token)).StatusCode);
    }

    [Fact]
    public async Task While_a_round_is_open_nothing_tells_how_many_have_answered()
    {
        var scene = await PulseScene.StartAsync(service, members: 6);
        var round = await scene.OpenedAsync();
        var (before, tag) = await ReadAsync();
        await scene.AnsweredAsync(round.Id, 1, 2, 3, 4, 5, 5);
        Assert.Equal((before, tag), await ReadAsync());
        Assert.DoesNotContain("Remark", before, StringComparison.Ordinal);

        async Task<(string, string?)> ReadAsync()
        {
            List<string> all = [];
            foreach (var path in new[] { scene.Path, $"{scene.Path}/{round.Id}", $"{scene.Path}/{round.Id}/results", $"/task-forces/{scene.Members.TaskForce}/pulse-results" })
                all.Add(await scene.Members.Coordinator.GetStringAsync(path));
            return (string.Join('\n', all), (await scene.Members.Coordinator.GetAsync($"{scene.Path}/{round.Id}")).Headers.ETag?.Tag);
        }
    }
}
