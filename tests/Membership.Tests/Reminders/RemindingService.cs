using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Membership.Tests.Reminders;

/// <summary>Membership in three replicas, two of which look all the time what is due and what is to be swept; its time can be moved.</summary>
public sealed class RemindingService : MembershipService
{
    public new const string Name = "Membership that reminds";

    private static readonly Dictionary<string, string> Often = new()
    {
        ["Reminders:Every"] = "00:00:00.1", ["Documents:SweepEvery"] = "00:00:00.1", ["Documents:SweepAfter"] = "00:10:00",
    };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        for (var replica = 0; replica < 2; replica++) await StartAgainAsync();
    }

    public Task StartAgainAsync() => StartReplicaAsync<MembershipDb>("membership", Often);

    public string Documents => Provided.GetRequiredService<IConfiguration>()["Documents:Folder"]!;

    /// <summary>
    /// What is said of a task force so many days from now, once there is as much as expected. Nobody asks over HTTP
    /// meanwhile: their tokens are of today.
    /// </summary>
    public async Task<IReadOnlyList<Reminder>> SaidInAsync(int days, Guid taskForce, int expected)
    {
        Time.Move(TimeSpan.FromDays(days));
        try
        {
            return await Until.SomeAsync<IReadOnlyList<Reminder>>(
                async () => await SaidAsync(taskForce) is var said && said.Count >= expected ? said : null, $"{expected} reminders are said in {days} days");
        }
        finally
        {
            Time.Move(TimeSpan.FromDays(-days));
        }
    }

    public async Task<IReadOnlyList<Reminder>> SaidAsync(Guid taskForce)
    {
        await using var scope = Provided.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MembershipDb>().Reminders.AsNoTracking()
            .Where(reminder => reminder.TaskForceId == taskForce).ToListAsync();
    }

    /// <summary>How many facts of a type the hub's journal holds.</summary>
    public async Task<int> ToldAsync(string hub, string type)
    {
        await using var scope = Provided.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MembershipDb>().Journal.CountAsync(row => row.Hub == hub && row.Type == type);
    }
}

[CollectionDefinition(RemindingService.Name)]
public sealed class MembershipThatReminds : ICollectionFixture<RemindingService>;
