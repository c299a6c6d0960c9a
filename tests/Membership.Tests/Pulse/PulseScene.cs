using System.Net;
using Membership.Pulse;
using Membership.Tests.Leadership;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Pulse;

/// <summary>A task force whose people are asked how it stands with it.</summary>
public sealed class PulseScene(MembershipService service, LeadershipScene scene)
{
    public LeadershipScene Members => scene;
    public string Path => $"/task-forces/{scene.TaskForce}/pulse-rounds";
    public DateOnly Today => DateOnly.FromDateTime(service.Time.GetUtcNow().UtcDateTime);

    public static async Task<PulseScene> StartAsync(MembershipService service, int members) =>
        new(service, await LeadershipScene.StartAsync(service, members));

    public Task<HttpResponseMessage> OpenAsync(DateOnly? opensOn = null, DateOnly? closesOn = null) =>
        scene.Coordinator.PostAsJsonAsync(Path, new { opensOn = opensOn ?? Today, closesOn = closesOn ?? Today.AddDays(2) });

    public async Task<PulseRoundView> OpenedAsync() => await (await OpenAsync()).ReadAsync<PulseRoundView>(HttpStatusCode.Created);

    /// <summary>Whoever has this seat, as they come with its token.</summary>
    public HttpClient In(int seat) => scene.Scene.As(Roles.CaseWorker, scene.Seats[seat].AgencyId, scene.TaskForce, scene.Seats[seat].Id);

    public Task<HttpResponseMessage> AskTokenAsync(Guid round, int seat) => In(seat).PostAsync($"{Path}/{round}/token", null);

    public async Task<string> TokenAsync(Guid round, int seat) => (await (await AskTokenAsync(round, seat)).ReadAsync<PulseTokenView>()).Token;

    public static object BodyOf(string token, int trust = 3, string? comment = null, int results = 3) =>
        new { token, trust, candor = 4, commitment = 5, accountability = 2, results, comment };

    public async Task<HttpResponseMessage> AnswerAsync(string token, int trust = 3, string? comment = null)
    {
        using var nobody = service.Anonymous();
        return await nobody.PostAsJsonAsync("/pulse-answers", BodyOf(token, trust, comment));
    }

    /// <summary>These seats ask for their tokens and answer, each in its own scale of trust.</summary>
    public async Task AnsweredAsync(Guid round, params int[] trusts)
    {
        for (var seat = 0; seat < trusts.Length; seat++)
            Assert.Equal(HttpStatusCode.NoContent, (await AnswerAsync(await TokenAsync(round, seat), trusts[seat], $"Remark {seat}")).StatusCode);
    }

    public async Task<PulseResultsView> ResultsAsync(Guid round) =>
        (await scene.Coordinator.GetFromJsonAsync<PulseResultsView>($"{Path}/{round}/results", Answers.Json))!;
}
