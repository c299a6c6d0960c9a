using System.Net;
using System.Text.Json;
using CaseReferral.Storage;
using Contracts;
using Contracts.Membership;
using Membership.Storage;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>An event that cannot be applied holds its own stream and no other. Membership publishes, CaseReferral follows.</summary>
public abstract class FaultTests(DatabaseProvider provider) : PlatformFixture(provider)
{
    public sealed class OnSqlite() : FaultTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgres() : FaultTests(DatabaseProvider.Postgres);

    [NeedsSqlServer]
    public sealed class OnSqlServer() : FaultTests(DatabaseProvider.SqlServer);

    private static readonly Dictionary<string, string> Impatient = new() { ["Messaging:Retry:FirstDelay"] = "00:00:00.010" };

    private readonly Guid poison = Guid.NewGuid();
    private readonly Trap trap = new();
    private ServiceHost<MembershipDb> source = null!;
    private ServiceHost<CaseReferralDb> follower = null!;
    private HttpClient ops = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        source = await StartAsync<MembershipDb>("membership");
        trap.Agency = poison;
        follower = await StartAsync<CaseReferralDb>("case-referral", Impatient, services => services.AddSingleton(trap).AddScoped<IReactTo<AgencyJoined>, Trapped>());
        ops = await ClientAsync("case-referral", new Person("ops"));
    }

    [Fact]
    public async Task Other_streams_go_on_and_a_retry_after_the_fix_heals_it_in_order()
    {
        await Facts.WriteAsync(source.Services, "harbor", Facts.Joined(), Facts.Joined(poison), Facts.Joined(), Facts.Joined());
        var fault = await OpenFaultAsync();
        Assert.Equal(2, fault.GetProperty("position").GetInt64());
        Assert.Equal(5, fault.GetProperty("attempts").GetInt32());
        Assert.True(trap.Thrown >= 5, $"tried {trap.Thrown} times");
        Assert.Contains("TrapException", fault.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", fault.GetRawText(), StringComparison.Ordinal);

        await Facts.WriteAsync(source.Services, "ridge", Facts.Joined(), Facts.Joined());
        await AppliedAsync("ridge", 2);
        Assert.Equal(1, await Facts.WatermarkAsync(follower.Services, "membership", "harbor"));

        trap.Agency = null;
        trap.Taken.Clear();
        using var retried = await ops.PostAsync($"/faults/{fault.GetProperty("id").GetGuid()}/retry", null);
        Assert.Equal(HttpStatusCode.Accepted, retried.StatusCode);
        await AppliedAsync("harbor", 4);
        Assert.Equal([2, 3, 4], trap.Taken.Distinct());
        Assert.Equal("Healed", (await FaultsAsync())[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_skip_goes_on_behind_the_event_and_says_who_and_why()
    {
        await Facts.WriteAsync(source.Services, "harbor", Facts.Joined(poison), Facts.Joined());
        var fault = await OpenFaultAsync();

        using var skipped = await ops.PostAsJsonAsync($"/faults/{fault.GetProperty("id").GetGuid()}/skip", new { reason = "The agency joined by mistake." });
        Assert.Equal(HttpStatusCode.OK, skipped.StatusCode);
        await AppliedAsync("harbor", 2);

        var audited = (await FaultsAsync())[0];
        Assert.Equal("Skipped", audited.GetProperty("state").GetString());
        Assert.Equal("The agency joined by mistake.", audited.GetProperty("reason").GetString());
        Assert.False(string.IsNullOrEmpty(audited.GetProperty("resolvedBy").GetString()));

        using var again = await ops.PostAsync($"/faults/{fault.GetProperty("id").GetGuid()}/retry", null);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    private Task<JsonElement> OpenFaultAsync() => FirstFaultAsync(fault => fault.GetProperty("state").GetString() == "Open");

    private async Task<JsonElement> FirstFaultAsync(Func<JsonElement, bool> condition)
    {
        JsonElement found = default;
        await Until.TrueAsync(async () => (found = (await FaultsAsync()).FirstOrDefault(condition)).ValueKind == JsonValueKind.Object, "the fault is recorded");
        return found;
    }

    private async Task<List<JsonElement>> FaultsAsync() => (await ops.GetFromJsonAsync<List<JsonElement>>("/faults"))!;

    private Task AppliedAsync(string hub, long position) =>
        Until.TrueAsync(async () => await Facts.WatermarkAsync(follower.Services, "membership", hub) == position, $"{hub} is applied to {position}");

    private sealed class Trap
    {
        public Guid? Agency { get; set; }

        public int Thrown { get; set; }

        /// <summary>The positions it let pass, as they came.</summary>
        public List<long> Taken { get; } = [];
    }

    private sealed class TrapException() : Exception("Jane Doe's data stood here");

    private sealed class Trapped(Trap trap) : IReactTo<AgencyJoined>
    {
        public Task ReactAsync(AgencyJoined fact, JournalEntry entry, CancellationToken cancellationToken)
        {
            if (fact.AgencyId == trap.Agency)
            {
                trap.Thrown++;
                throw new TrapException();
            }

            trap.Taken.Add(entry.Position);
            return Task.CompletedTask;
        }
    }
}
