using System.Net;
using System.Net.Http.Headers;
using Membership.Commitments;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Commitments;

/// <summary>A task force with two members, and short words for what they pledge and do.</summary>
internal sealed class CommitmentScene(Scene scene, Guid taskForce, IReadOnlyList<Guid> agencies)
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    public Scene Scene => scene;
    public Guid TaskForce => taskForce;
    public IReadOnlyList<Guid> Agencies => agencies;
    public HttpClient Coordinator => scene.As(Roles.Coordinator, taskForce: taskForce);
    public string All => $"/task-forces/{taskForce}/commitments";

    public static async Task<CommitmentScene> StartAsync(MembershipService service)
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = (await scene.TaskForceAsync()).Id;
        var agencies = new[] { (await scene.AgencyAsync()).Id, (await scene.AgencyAsync(name: "Lantern")).Id };
        foreach (var agency in agencies) await scene.JoinAsync(taskForce, agency);
        return new(scene, taskForce, agencies);
    }

    public HttpClient AdminOf(int member) => scene.As(Roles.AgencyAdmin, agencies[member], taskForce);

    public Task<HttpResponseMessage> TryPledgeAsync(
        string kind = "Other", string period = "Month", int countDue = 1, Guid? agencyId = null, DateOnly? startsOn = null, DateOnly? endsOn = null,
        string? inReturn = null) =>
        Coordinator.PostAsJsonAsync(All, new
        {
            kind, what = "Give the group a room", period, countDue, agencyId, startsOn = startsOn ?? Today, endsOn, inReturn,
        });

    public async Task<CommitmentView> PledgeAsync(
        string kind = "Other", string period = "Month", int countDue = 1, Guid? agencyId = null, DateOnly? startsOn = null, DateOnly? endsOn = null) =>
        await (await TryPledgeAsync(kind, period, countDue, agencyId, startsOn, endsOn)).ReadAsync<CommitmentView>(HttpStatusCode.Created);

    public Task<HttpResponseMessage> FulfilAsync(Guid commitment, Guid agencyId, HttpClient by, DateOnly? on = null, string? note = "The room on Main") =>
        by.PostAsJsonAsync($"{All}/{commitment}/fulfilments", new { agencyId, on = on ?? Today, note });

    public Task<HttpResponseMessage> AnswerAsync(FulfilmentView fulfilment, string verb, object? body = null, HttpClient? by = null) => Scene.SendAsync(
        by ?? Coordinator, HttpMethod.Post, $"{All}/{fulfilment.CommitmentId}/fulfilments/{fulfilment.Id}/{verb}", body, EntityTagHeaderValue.Any);

    public async Task<List<LedgerLineView>> LedgerAsync(string query = "", HttpClient? by = null) =>
        (await (by ?? Coordinator).GetFromJsonAsync<List<LedgerLineView>>($"/task-forces/{taskForce}/commitment-ledger{query}", Answers.Json))!;
}
