using System.Net;
using System.Net.Http.Headers;
using CaseReferral.Referrals;
using CaseReferral.Storage;
using Contracts;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

/// <summary>Deadlines shorter than a token lives, so that people can still act behind them.</summary>
public sealed class HurriedHarbor : Harbor
{
    public static readonly TimeSpan BehindDeadline = TimeSpan.FromMinutes(6);

    public static readonly Dictionary<string, string> Settings = new()
    {
        ["Referrals:RespondImmediate"] = "00:05:00",
        ["Referrals:WatchEvery"] = "00:00:00.100",
        ["Referrals:WatchBatch"] = "3",
    };

    protected override Dictionary<string, string> CaseSettings => Settings;
}

/// <summary>No open referral is forgotten.</summary>
public sealed class OpenReferralTests(HurriedHarbor harbor) : IClassFixture<HurriedHarbor>
{
    [Fact]
    public async Task Behind_the_deadline_the_sender_is_told_once_and_the_receiver_may_still_answer()
    {
        var late = await harbor.ReferAsync(harbor.Shelter);
        var other = await harbor.ReferAsync(harbor.Shelter);
        var routine = await harbor.ReferAsync(harbor.Shelter, urgency: "Routine");
        Assert.DoesNotContain(late.Id, await AttentionAsync());

        await BehindDeadlineAsync(async () =>
        {
            await OverdueAsync(late.Id, other.Id);
            Assert.DoesNotContain(routine.Id, await AttentionAsync());
            Assert.Single(await harbor.FactsAsync("referral-overdue", late.Id));

            var accepted = await harbor.UseAsync(harbor.Shelter.As(Roles.CaseWorker), late.Id, "acceptance");
            Assert.True((await accepted.ReadAsync<ReceivedReferral>()).Overdue);
            Assert.Equal([other.Id], (await AttentionAsync()).Where(id => id == late.Id || id == other.Id));
            Assert.Equal(0.1m, Assert.Single(await harbor.FactsAsync("referral-accepted", late.Id)).GetProperty("hoursToResponse").GetDecimal());
        });
    }

    [Fact]
    public async Task Two_replicas_mark_each_once()
    {
        await harbor.StartReplicaAsync<CaseReferralDb>(Harbor.Name, HurriedHarbor.Settings);
        List<Guid> made = [];
        for (var turn = 0; turn < 8; turn++) made.Add((await harbor.ReferAsync(harbor.Shelter)).Id);

        await BehindDeadlineAsync(async () =>
        {
            await OverdueAsync([.. made]);
            foreach (var id in made) Assert.Single(await harbor.FactsAsync("referral-overdue", id));
        });
    }

    [Fact]
    public async Task A_deadline_that_passes_while_the_service_is_down_is_not_missed()
    {
        var referral = await harbor.ReferAsync(harbor.Shelter);
        await harbor.Cases.DisposeAsync();
        await BehindDeadlineAsync(async () =>
        {
            await harbor.StartCasesAsync();
            await OverdueAsync(referral.Id);
        });
    }

    [Fact]
    public async Task When_the_receiver_leaves_the_task_force_its_open_referrals_come_back()
    {
        var leaving = await harbor.MemberAsync("Leaving Shelter", AgencyClass.VictimServices);
        List<Guid> open = [];
        for (var turn = 0; turn < 4; turn++) open.Add((await harbor.ReferAsync(leaving)).Id);
        var answered = await harbor.ReferAsync(leaving);
        await (await harbor.UseAsync(leaving.As(Roles.Supervisor), answered.Id, "acceptance")).ReadAsync<ReceivedReferral>();

        await LeaveAsync(leaving);

        await Until.TrueAsync(async () => open.All((await AttentionAsync()).Contains), "the open referrals are back");
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var back = await (await worker.GetAsync($"/referrals/{open[0]}")).ReadAsync<SentReferral>();
        Assert.Equal((true, true, ReferralState.AwaitingResponse), (back.ReceiverGone, back.NeedsAttention, back.State));
        Assert.Single(await harbor.FactsAsync("referral-returned", open[0]));
        Assert.Equal(ReferralState.Accepted, (await (await worker.GetAsync($"/referrals/{answered.Id}")).ReadAsync<SentReferral>()).State);

        // Nobody of the receiver answers it any more, whatever token they hold; the sender moves on.
        var gone = await harbor.AsAsync(leaving.As(Roles.Supervisor, 5) with { TaskForceId = Guid.NewGuid() });
        Assert.Equal(HttpStatusCode.NotFound, (await gone.GetAsync($"/referrals/{open[0]}")).StatusCode);
        var client = await harbor.TakeInAsync();
        using var again = await worker.PostAsync("/referrals", Harbor.Need(client.Id, leaving.Id), null);
        Assert.Equal("agency-not-in-task-force", await again.ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.OK, (await harbor.UseAsync(harbor.Advocates.As(Roles.CaseWorker), open[0], "revocation")).StatusCode);
        Assert.DoesNotContain(open[0], await AttentionAsync());
    }

    [Fact]
    public async Task An_agency_that_left_refers_nobody_through_the_task_force_whatever_token_it_holds()
    {
        var leaving = await harbor.MemberAsync("Leaving Advocates", AgencyClass.VictimServices);
        var client = await harbor.TakeInAsync(leaving.As(Roles.CaseWorker));
        await LeaveAsync(leaving);

        var elsewhere = await harbor.AsAsync(leaving.As(Roles.Supervisor) with { TaskForceId = Guid.NewGuid() });
        await Until.TrueAsync(
            async () =>
            {
                using var answer = await elsewhere.PostAsync("/referrals", Harbor.Need(client.Id, harbor.Shelter.Id), null);
                return answer.StatusCode == HttpStatusCode.Conflict && await answer.ProblemAsync(HttpStatusCode.Conflict) == "not-a-member";
            },
            "CaseReferral knows that the agency left");
        // Whom it serves it goes on serving.
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync($"/clients/{client.Id}")).StatusCode);
    }

    private async Task LeaveAsync(Agency agency)
    {
        var admin = await harbor.ClientAsync("membership", agency.As(Roles.AgencyAdmin));
        var path = $"/task-forces/{harbor.TaskForceId}/members/{agency.Id}";
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        request.Headers.IfMatch.Add((await admin.GetAsync(path)).Headers.ETag ?? new EntityTagHeaderValue("\"1\""));
        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(request)).StatusCode);
    }

    private async Task BehindDeadlineAsync(Func<Task> then)
    {
        harbor.Time.Move(HurriedHarbor.BehindDeadline);
        try
        {
            await then();
        }
        finally
        {
            harbor.Time.Move(-HurriedHarbor.BehindDeadline);
        }
    }

    private Task OverdueAsync(params Guid[] referrals) =>
        Until.TrueAsync(async () => referrals.All((await AttentionAsync()).Contains), "the referrals are overdue");

    private async Task<IReadOnlyList<Guid>> AttentionAsync()
    {
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var listed = await (await worker.GetAsync("/referrals?direction=out&needsAttention=true&take=200")).ReadAsync<List<SentReferral>>();
        return [.. listed.Select(referral => referral.Id)];
    }
}
