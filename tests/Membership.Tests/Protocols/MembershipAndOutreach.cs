using Contracts;
using Contracts.Outreach;
using Membership.Seats;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;
using Testing;

namespace Membership.Tests.Protocols;

/// <summary>
/// Membership beside a service that publishes as Outreach: with a real journal, relay and feed, over the real broker. Of
/// Outreach itself there is nothing in it; what Membership sees of it is the same.
/// </summary>
public sealed class MembershipAndOutreach : MembershipService
{
    public const string CollectionName = "Membership and Outreach";

    private WebApplication outreach = null!;

    private protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["services:outreach:http:0"] = AddressOf("outreach").ToString().TrimEnd('/'), ["Reminders:Every"] = "00:00:00.5",
        ["Readiness:AllEvery"] = "00:00:01",
    };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection((await SettingsAsync("outreach"))!);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddServiceDefaults("outreach");
        builder.AddDatabase<OutreachDb>("outreach");
        builder.AddMessaging<OutreachDb>("outreach");
        outreach = builder.Build();
        outreach.MapServiceDefaults();
        outreach.Urls.Add(AddressOf("outreach").ToString());
        await using (var scope = outreach.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.EnsureCreatedAsync();
        await outreach.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await outreach.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Outreach says that somebody completed a training today.</summary>
    public Task CompletedAsync(string hub, SeatView seat, DateOnly? validUntil = null)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var fact = new TrainingCompleted(Guid.NewGuid(), seat.TaskForceId, seat.AgencyId, seat.Id, today, validUntil);
        return SayAsync(hub, fact);
    }

    /// <summary>Outreach says so, in this order.</summary>
    public Task SayAsync(string hub, params IEvent[] facts) => Journals.AppendAsync(outreach.Services, hub, DateTimeOffset.UtcNow, facts);
}

[CollectionDefinition(MembershipAndOutreach.CollectionName)]
public sealed class MembershipAndOutreachCollection : ICollectionFixture<MembershipAndOutreach>;
