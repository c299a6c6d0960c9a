using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseReferral.Referrals;
using Contracts;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

public abstract class ReferralTests(Harbor harbor)
{
    [Collection(HarborCollection.Name)]
    public sealed class OnSqlite(Harbor harbor) : ReferralTests(harbor);

    [Collection(HarborOnPostgres.Name)]
    public sealed class OnPostgres(Harbor.OnPostgres harbor) : ReferralTests(harbor);

    [NeedsSqlServer, Collection(HarborOnSqlServer.Name)]
    public sealed class OnSqlServer(Harbor.OnSqlServer harbor) : ReferralTests(harbor);

    [Fact]
    public async Task The_receiver_sees_the_need_and_nothing_of_the_client()
    {
        var client = await harbor.TakeInAsync();
        var sent = await harbor.ReferAsync(harbor.Shelter, client: client);
        var receiver = await harbor.AsAsync(harbor.Shelter.As(Roles.CaseWorker));

        var body = await receiver.GetStringAsync($"/referrals/{sent.Id}");
        Assert.DoesNotContain(client.Id.ToString(), body, StringComparison.Ordinal);
        Assert.DoesNotContain(client.Code, body, StringComparison.Ordinal);
        Assert.Equal(
            [
                "id", "taskForceId", "fromAgencyId", "toAgencyId", "services", "languages", "area", "urgency", "riskFlags", "ageBand", "gender",
                "state", "madeOn", "respondBy", "answeredAt", "declineReason", "overdue",
            ],
            JsonDocument.Parse(body).RootElement.EnumerateObject().Select(property => property.Name));
        var received = JsonSerializer.Deserialize<ReceivedReferral>(body, Answers.Json)!;
        Assert.Equal((AgeBand.From18To24, Gender.Feminine, ReferralState.AwaitingResponse), (received.AgeBand, received.Gender, received.State));
        Assert.Equal([ServiceType.EmergencyHousing, ServiceType.InterpretationTranslation], received.Services);
        Assert.DoesNotContain(client.Code, await receiver.GetStringAsync("/referrals?direction=in&take=200"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Immediate", 2)]
    [InlineData("Urgent", 24)]
    [InlineData("Routine", 72)]
    public async Task The_answer_is_due_by_urgency(string urgency, int hours)
    {
        var referral = await harbor.ReferAsync(harbor.Shelter, urgency: urgency);
        Assert.InRange(referral.RespondBy - DateTimeOffset.UtcNow, TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(5), TimeSpan.FromHours(hours));
    }

    [Fact]
    public async Task A_referral_goes_to_another_member_of_the_same_task_force()
    {
        var client = await harbor.TakeInAsync();
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));

        var stranger = await worker.PostAsJsonAsync("/referrals", Harbor.Need(client.Id, harbor.Stranger.Id));
        Assert.Equal("agency-not-in-task-force", await stranger.ProblemAsync(HttpStatusCode.Conflict));
        var itself = await worker.PostAsJsonAsync("/referrals", Harbor.Need(client.Id, harbor.Advocates.Id));
        Assert.Equal(["toAgencyId"], (await itself.ErrorsAsync()).Keys);
        Assert.Equal(HttpStatusCode.Created, (await worker.PostAsJsonAsync("/referrals", Harbor.Need(client.Id, harbor.Police.Id))).StatusCode);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "services", "[]" },
        { "services", """["Food","Food"]""" },
        { "services", $"[{string.Join(',', Enum.GetNames<ServiceType>().Take(11).Select(name => $"\"{name}\""))}]" },
        { "services", """["Rescue"]""" },
        { "services", "null" },
        { "languages", """["zho"]""" },
        { "area", "\"12 Main Street\"" },
        { "area", "\"us-ca\"" },
        { "urgency", "\"urgent\"" },
        { "urgency", "1" },
        { "riskFlags", """["Pregnant","Pregnant"]""" },
        { "clientName", "\"Marked\"" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_not_a_code_is_refused_and_nothing_is_written(string field, string value)
    {
        var client = await harbor.TakeInAsync();
        var need = JsonSerializer.SerializeToNode(Harbor.Need(client.Id, harbor.Shelter.Id))!.AsObject();
        need[field] = JsonNode.Parse(value);

        var answer = await (await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker))).PostAsJsonAsync("/referrals", need);

        Assert.StartsWith(field, Assert.Single((await answer.ErrorsAsync()).Keys), StringComparison.Ordinal);
        Assert.Equal(0, await harbor.QueryAsync(db => db.Referrals.CountAsync(referral => referral.ClientId == client.Id)));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_does()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            var referral = await harbor.ReferAsync(harbor.Shelter);
            var answers = await Task.WhenAll(
                harbor.UseAsync(harbor.Shelter.As(Roles.CaseWorker), referral.Id, "acceptance"),
                harbor.UseAsync(harbor.Shelter.As(Roles.Supervisor), referral.Id, "acceptance"));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict);
            Assert.Single(await harbor.FactsAsync("referral-accepted", referral.Id));
        }
    }

    [Fact]
    public async Task A_verb_needs_the_version_that_was_read()
    {
        var referral = await harbor.ReferAsync(harbor.Shelter);
        var receiver = await harbor.AsAsync(harbor.Shelter.As(Roles.CaseWorker));
        var path = $"/referrals/{referral.Id}/acceptance";

        Assert.Equal("if-match-required", await (await receiver.PostAsync(path, null, null)).ProblemAsync(HttpStatusCode.PreconditionRequired));
        Assert.Equal("stale", await (await receiver.PostAsync(path, null, "\"7\"")).ProblemAsync(HttpStatusCode.PreconditionFailed));
        var accepted = await receiver.PostAsync(path, null, "\"1\"");
        Assert.Equal(ReferralState.Accepted, (await accepted.ReadAsync<ReceivedReferral>()).State);
        Assert.Equal("\"2\"", accepted.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task The_same_key_makes_one_referral()
    {
        var client = await harbor.TakeInAsync();
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var key = Guid.NewGuid();

        var first = await SendAsync();
        var second = await SendAsync();
        Assert.Equal((await first.ReadAsync<SentReferral>(HttpStatusCode.Created)).Id, (await second.ReadAsync<SentReferral>(HttpStatusCode.Created)).Id);
        Assert.Equal(1, await harbor.QueryAsync(db => db.Referrals.CountAsync(referral => referral.ClientId == client.Id)));

        Task<HttpResponseMessage> SendAsync() => worker.PostAsync("/referrals", Harbor.Need(client.Id, harbor.Shelter.Id), null, key);
    }

    [Fact]
    public async Task Lists_show_ones_own_side_in_pages()
    {
        var worker = harbor.Advocates.As(Roles.CaseWorker, 9);
        var client = await harbor.TakeInAsync(worker);
        for (var made = 0; made < 5; made++) await harbor.ReferAsync(harbor.Shelter, worker, client: client);
        var asking = await harbor.AsAsync(worker);

        var (path, seen) = ("/referrals?direction=out&state=AwaitingResponse&take=2", new List<Guid>());
        while (path is not null)
        {
            var page = await asking.GetAsync(path);
            seen.AddRange((await page.ReadAsync<List<SentReferral>>()).Select(referral => referral.Id));
            path = page.NextOf("/referrals");
        }

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
        Assert.Empty(await (await asking.GetAsync("/referrals?direction=in")).ReadAsync<List<ReceivedReferral>>());
        Assert.Empty(await (await asking.GetAsync("/referrals?direction=out&state=Declined")).ReadAsync<List<SentReferral>>());
        Assert.Equal(HttpStatusCode.BadRequest, (await asking.GetAsync("/referrals?direction=out&take=201")).StatusCode);
        var analyst = await harbor.AsAsync(harbor.Advocates.As(Roles.Analyst));
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/referrals?direction=out")).StatusCode);
    }

    [Theory]
    [InlineData("acceptance", true), InlineData("decline", false), InlineData("revocation", false)]
    public async Task Of_a_referral_that_ended_without_it_the_receiver_reads_nothing_of_the_person(string verb, bool serves)
    {
        var referral = await harbor.ReferAsync(harbor.Shelter);
        var by = verb == "revocation" ? harbor.Advocates.As(Roles.CaseWorker) : harbor.Shelter.As(Roles.CaseWorker);
        Assert.Equal(HttpStatusCode.OK, (await harbor.UseAsync(by, referral.Id, verb)).StatusCode);

        var receiver = await harbor.AsAsync(harbor.Shelter.As(Roles.CaseWorker));
        var one = await (await receiver.GetAsync($"/referrals/{referral.Id}")).ReadAsync<ReceivedReferral>();
        var all = await (await receiver.GetAsync("/referrals?direction=in&take=200")).ReadAsync<List<ReceivedReferral>>();
        foreach (var read in new[] { one, all.Single(received => received.Id == referral.Id) })
        {
            Assert.Equal(serves, read.AgeBand is not null && read.Gender is not null && read.Languages is not null && read.RiskFlags is not null && read.Area is not null);
            Assert.Equal(!serves, read.AgeBand is null && read.Gender is null && read.Languages is null && read.RiskFlags is null && read.Area is null);
            Assert.NotEmpty(read.Services);
        }
    }

    [Fact]
    public async Task What_others_hear_has_days_and_no_client()
    {
        var client = await harbor.TakeInAsync();
        var referral = await harbor.ReferAsync(harbor.Shelter, client: client);
        await (await harbor.UseAsync(harbor.Shelter.As(Roles.CaseWorker), referral.Id, "decline")).ReadAsync<ReceivedReferral>();

        var declined = Assert.Single(await harbor.FactsAsync("referral-declined", referral.Id));
        Assert.Equal("NoCapacity", declined.GetProperty("reason").GetString());
        Assert.Equal(0, declined.GetProperty("hoursToResponse").GetDecimal());
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", declined.GetProperty("declinedOn").GetString());
        var told = await harbor.QueryAsync(db => db.Journal.Select(row => row.Payload).ToListAsync());
        Assert.DoesNotContain(told, payload => payload.Contains(client.Id.ToString(), StringComparison.Ordinal) || payload.Contains(client.Code, StringComparison.Ordinal));
    }
}
