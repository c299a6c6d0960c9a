using System.Net;
using System.Text.Json;
using CaseReferral.Referrals;
using Contracts;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

/// <summary>Role × state × verb, all of it.</summary>
[Collection(HarborCollection.Name)]
public sealed class VerbTableTests(Harbor harbor)
{
    private const string Sender = "sender", Receiver = "receiver", Nobody = "nobody";

    private static readonly string[] Verbs = ["read", "acceptance", "decline", "revocation"];

    private static readonly (string Who, string Side)[] People =
    [
        ("case team", Sender), ("sender's supervisor", Sender),
        ("sender's other case worker", Nobody), ("sender's analyst", Nobody), ("sender's agency-admin", Nobody),
        ("receiver's case worker", Receiver), ("receiver's supervisor", Receiver), ("receiving police's investigator", Receiver),
        ("receiving prosecution's prosecutor", Receiver), ("receiving legal aid's supervisor", Receiver),
        ("receiver's analyst", Nobody), ("receiver's agency-admin", Nobody),
        ("another agency's supervisor", Nobody), ("another agency's investigator", Nobody),
        ("coordinator", Nobody), ("hub-admin", Nobody), ("platform-admin", Nobody), ("ops", Nobody), ("data-protection", Nobody),
    ];

    public static TheoryData<string, ReferralState, string, int> Table()
    {
        var cases = from person in People
                    from state in Enum.GetValues<ReferralState>()
                    from verb in Verbs
                    select (person.Who, state, verb, Expected(person.Side, state, verb));
        var table = new TheoryData<string, ReferralState, string, int>();
        foreach (var (who, state, verb, expected) in cases) table.Add(who, state, verb, expected);
        return table;
    }

    private static int Expected(string side, ReferralState state, string verb) => (side, verb) switch
    {
        (Nobody, _) => 404,
        (_, "read") => 200,
        (Sender, "revocation") or (Receiver, "acceptance" or "decline") => state == ReferralState.AwaitingResponse ? 200 : 409,
        _ => 403,
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_may_what_the_table_says(string who, ReferralState state, string verb, int expected)
    {
        var person = Person(who);
        var referral = await InStateAsync(state, to: Receiving(who));

        var answer = verb == "read"
            ? await (await harbor.AsAsync(person)).GetAsync($"/referrals/{referral.Id}")
            : await harbor.UseAsync(person, referral.Id, verb);

        Assert.Equal(expected, (int)answer.StatusCode);
        if (expected == 409)
        {
            var problem = await answer.ReadAsync<JsonElement>(HttpStatusCode.Conflict);
            Assert.Equal(state.ToString(), problem.GetProperty("state").GetString());
            Assert.Empty(problem.GetProperty("allowed").EnumerateArray());
        }

        var now = await (await harbor.AsAsync(Person("case team"))).GetAsync($"/referrals/{referral.Id}");
        Assert.Equal(expected == 200 ? After(state, verb) : state, (await now.ReadAsync<SentReferral>()).State);
    }

    private static ReferralState After(ReferralState state, string verb) => verb switch
    {
        "acceptance" => ReferralState.Accepted,
        "decline" => ReferralState.Declined,
        "revocation" => ReferralState.Revoked,
        _ => state,
    };

    private async Task<SentReferral> InStateAsync(ReferralState state, Agency to)
    {
        var referral = await harbor.ReferAsync(to);
        var (who, verb) = state switch
        {
            ReferralState.Accepted => (to.As(Roles.Supervisor), "acceptance"),
            ReferralState.Declined => (to.As(Roles.Supervisor), "decline"),
            ReferralState.Revoked => (Person("case team"), "revocation"),
            _ => (null, ""),
        };
        if (who is not null) Assert.Equal(HttpStatusCode.OK, (await harbor.UseAsync(who, referral.Id, verb)).StatusCode);
        return referral;
    }

    private Agency Receiving(string who) => who switch
    {
        "receiving police's investigator" => harbor.Police,
        "receiving prosecution's prosecutor" => harbor.Prosecutors,
        "receiving legal aid's supervisor" => harbor.Lawyers,
        _ => harbor.Shelter,
    };

    private Person Person(string who) => who switch
    {
        "case team" => harbor.Advocates.As(Roles.CaseWorker),
        "sender's supervisor" => harbor.Advocates.As(Roles.Supervisor),
        "sender's other case worker" => harbor.Advocates.As(Roles.CaseWorker, 2),
        "sender's analyst" => harbor.Advocates.As(Roles.Analyst),
        "sender's agency-admin" => harbor.Advocates.As(Roles.AgencyAdmin),
        "receiver's case worker" => harbor.Shelter.As(Roles.CaseWorker),
        "receiver's supervisor" => harbor.Shelter.As(Roles.Supervisor),
        "receiving police's investigator" => harbor.Police.As(Roles.Investigator),
        "receiving prosecution's prosecutor" => harbor.Prosecutors.As(Roles.Prosecutor),
        "receiving legal aid's supervisor" => harbor.Lawyers.As(Roles.Supervisor),
        "receiver's analyst" => harbor.Shelter.As(Roles.Analyst),
        "receiver's agency-admin" => harbor.Shelter.As(Roles.AgencyAdmin),
        "another agency's supervisor" => harbor.Stranger.As(Roles.Supervisor),
        "another agency's investigator" => harbor.Police.As(Roles.Investigator),
        "coordinator" => new Person(Roles.Coordinator) { Hub = Harbor.Hub, TaskForceId = harbor.TaskForceId },
        "data-protection" or "hub-admin" => new Person(who) { Hub = Harbor.Hub },
        _ => new Person(who),
    };
}
