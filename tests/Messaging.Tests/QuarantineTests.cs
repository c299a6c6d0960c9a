using System.Net;
using System.Text.Json;
using CaseReferral.Storage;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging.Relay;
using ServiceDefaults.Storage;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>One message that cannot be published holds up nobody. Membership publishes, CaseReferral follows.</summary>
public sealed class QuarantineTests : PlatformFixture
{
    /// <summary>A routing key has at most 255 bytes: AMQP cannot carry this one, however well the broker is.</summary>
    private static readonly string TooLong = new('x', 300);

    private ServiceHost<MembershipDb> source = null!;
    private ServiceHost<CaseReferralDb> follower = null!;
    private HttpClient ops = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        source = await StartAsync<MembershipDb>("membership");
        follower = await StartAsync<CaseReferralDb>("case-referral");
        ops = await ClientAsync("membership", new Person("ops"));
    }

    [Fact]
    public async Task It_is_set_aside_after_its_attempts_and_its_own_and_other_streams_go_on()
    {
        await Facts.WriteAsync(source.Services, "harbor", Facts.Joined());
        await WriteTooLongAsync("harbor");
        await Facts.WriteAsync(source.Services, "harbor", Facts.Joined(), Facts.Joined());
        await Facts.WriteAsync(source.Services, "ridge", Facts.Joined(), Facts.Joined());
        await PublishedAsync("ridge", 2);
        await PublishedAsync("harbor", 4);

        var fault = Assert.Single((await ops.GetFromJsonAsync<List<JsonElement>>("/faults?state=Open"))!);
        Assert.Equal("NotPublished", fault.GetProperty("kind").GetString());
        Assert.Equal(("membership", "harbor", 2), (fault.GetProperty("service").GetString(), fault.GetProperty("hub").GetString(), fault.GetProperty("position").GetInt64()));
        Assert.Equal(5, fault.GetProperty("attempts").GetInt32());

        // The follower found the gap, and read the fact from the feed.
        foreach (var (hub, head) in new[] { ("harbor", 4), ("ridge", 2) })
            await Until.TrueAsync(async () => await Facts.WatermarkAsync(follower.Services, "membership", hub) == head, $"{hub} is applied to {head}");

        using var skipped = await ops.PostAsJsonAsync($"/faults/{fault.GetProperty("id").GetGuid()}/skip", new { reason = "The follower has it from the feed." });
        Assert.Equal(HttpStatusCode.OK, skipped.StatusCode);
        Assert.Empty((await ops.GetFromJsonAsync<List<JsonElement>>("/faults?state=Open"))!);
    }

    [Fact]
    public async Task Another_stream_does_not_wait_for_its_attempts()
    {
        await WriteTooLongAsync("harbor");
        await Facts.WriteAsync(source.Services, "ridge", Facts.Joined());
        await PublishedAsync("ridge", 1);
        await PublishedAsync("harbor", 1);
    }

    private async Task WriteTooLongAsync(string hub)
    {
        await using var scope = source.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        db.Journal.Add(new JournalRow { Hub = hub, EventId = Guid.NewGuid(), Type = TooLong, Version = 1, OccurredAt = DateTimeOffset.UtcNow, Payload = "{}" });
        await db.SaveChangesAsync();
    }

    private Task PublishedAsync(string hub, long position) => Until.TrueAsync(
        () => Facts.ReadAsync(source.Services, db => db.JournalStreams.AnyAsync(stream => stream.Hub == hub && stream.Published == position)), $"{hub} is published to {position}");
}
