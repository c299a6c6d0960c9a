using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Contracts;
using Membership.TaskForces;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Reminders;

/// <summary>Who has not acknowledged the guiding principles is asked after two weeks and after six, and what was said is not gone through again.</summary>
[Collection(RemindingService.Name)]
public sealed class PrincipleReminderTests(RemindingService service)
{
    [Fact]
    public async Task Members_are_asked_twice_and_then_are_no_longer_looked_at()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var principles = await AdoptAsync(scene, taskForce.Id);
        Assert.Equal([14], Steps(await service.SaidInAsync(15, taskForce.Id, 1)));
        Assert.Equal([14, 42], Steps(await service.SaidInAsync(43, taskForce.Id, 2)));

        service.Time.Move(TimeSpan.FromDays(43));
        // A turn that another replica began before the last was said goes through it once more: until all of those are over.
        var key = $"PrincipleAcknowledgement:{principles.Id:N}";
        await Until.TrueAsync(() => NotAskedAsync(key), "it is looked again, and what was said is not asked for");
        service.Time.Move(TimeSpan.FromDays(-43));
        Assert.Equal(2, (await service.SaidAsync(taskForce.Id)).Count(reminder => reminder.AgencyId == agency.Id));
    }

    private async Task<bool> NotAskedAsync(string key)
    {
        using var looks = new Looks(service.DatabaseFile, key);
        await Until.TrueAsync(() => Task.FromResult(looks.Taken >= 20), "both replicas have looked for a few turns");
        return looks.Asked == 0;
    }

    private static IEnumerable<int> Steps(IEnumerable<Membership.Reminders.Reminder> said) => said.Select(reminder => reminder.Step).Order();

    private static async Task<PrinciplesView> AdoptAsync(Scene scene, Guid taskForce)
    {
        var core = scene.As(Roles.CoreGroup, taskForce: taskForce);
        var path = $"/task-forces/{taskForce}/guiding-principles";
        var draft = await (await core.PostAsJsonAsync(path, new { principles = new[] { new { text = "Safety first." } } })).ReadAsync<PrinciplesView>(HttpStatusCode.Created);
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.GuidingPrinciples, draft.Id);
        return await (await Scene.ChangeAsync(core, HttpMethod.Post, $"{path}/1/adoption", $"{path}/1", new { decisionId = decision.Id })).ReadAsync<PrinciplesView>();
    }

    /// <summary>How often it was looked in one database who has not acknowledged, and whether what was said was asked for by its key.</summary>
    private sealed class Looks : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];
        private readonly string file;
        private readonly string key;
        private int asked;
        private int taken;

        public Looks(string file, string key)
        {
            (this.file, this.key) = (file, key);
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Asked => asked;
        public int Taken => taken;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Command: var command }) return;
            if (new SqliteConnectionStringBuilder(command.Connection!.ConnectionString).DataSource != file) return;
            if (command.CommandText.Contains("\"PrincipleAcknowledgements\"", StringComparison.Ordinal)) Interlocked.Increment(ref taken);
            if (command.Parameters.Cast<DbParameter>().Any(parameter => $"{parameter.Value}".Contains(key, StringComparison.Ordinal))) Interlocked.Increment(ref asked);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
