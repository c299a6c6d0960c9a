using Membership.Tests.Protocols;
using Membership.Tests.Reminders;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Audit;

/// <summary>What nobody asked for: what the service does from time to time, and what follows from another service's facts.</summary>
public static class PlatformsOwnWorkTests
{
    [Collection(MembershipAndOutreach.CollectionName)]
    public sealed class OfFacts(MembershipAndOutreach service)
    {
        [Fact]
        public async Task What_follows_from_a_fact_names_the_service_and_its_place_in_the_stream()
        {
            var scene = await ProtocolScene.StartAsync(service);
            var audit = new AuditScene(service, scene.Scene.Hub);
            await service.CompletedAsync(scene.Scene.Hub, scene.Advocate);
            var entry = await audit.WrittenAsync(entry => entry.Subject == "outreach");
            Assert.Equal(
                (AuditDeed.Changed, "training-completed", Roles.Service, $"outreach/{scene.Scene.Hub} 1-1", "+CompletedTraining"),
                (entry.Deed, entry.Action, entry.Roles, entry.RequestId, entry.Fields));
            await audit.IntactAsync();
        }

        [Fact]
        public async Task What_a_worker_keeps_true_is_in_the_chain_of_the_hub_it_belongs_to()
        {
            var scene = await ProtocolScene.StartAsync(service);
            var audit = new AuditScene(service, scene.Scene.Hub);
            await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate));
            await scene.CardAsync(scene.Shelter, new { timeZone = "UTC", hours = new[] { new { day = "Monday", opens = "08:00", closes = "17:00" } } });
            var entry = await Until.SomeAsync(
                async () => (await audit.AllAsync()).FirstOrDefault(entry => entry.Action == "readiness-watch"), "the watch has looked");
            Assert.Equal(("membership", Roles.Service), (entry.Subject, entry.Roles));
            // The one gap, or the task force where there are several.
            Assert.NotNull(entry.ResourceId);
            Assert.Contains("ReadinessGap", entry.Fields!, StringComparison.Ordinal);
            await audit.IntactAsync();
        }
    }

    /// <summary>Three replicas, two of which look all the time.</summary>
    [Collection(RemindingService.Name)]
    public sealed class OfReplicas(RemindingService service)
    {
        [Fact]
        public async Task What_replicas_say_at_once_is_one_chain_of_each_hub()
        {
            var scenes = new List<(AuditScene Audit, Guid TaskForce)>();
            foreach (var _ in Enumerable.Range(0, 2))
            {
                var scene = await Scene.StartAsync(service);
                var (taskForce, agency) = await scene.MemberAsync();
                await (await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", new
                {
                    agencyId = agency.Id, personName = "Terry Invented", involvement = "AgencyLevel", termEndsOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(40),
                })).ReadAsync<Membership.Seats.SeatView>(System.Net.HttpStatusCode.Created);
                scenes.Add((new AuditScene(service, scene.Hub), taskForce.Id));
            }

            foreach (var (_, taskForce) in scenes) await service.SaidInAsync(11, taskForce, 2);
            foreach (var (audit, taskForce) in scenes)
            {
                var said = (await audit.AllAsync()).Where(entry => entry.Action == "reminder-watch").ToList();
                Assert.NotEmpty(said);
                Assert.All(said, entry => Assert.Equal(("membership", taskForce), (entry.Subject, entry.ResourceId ?? taskForce)));
                Assert.Contains(said, entry => entry.Fields!.Contains("+Reminder", StringComparison.Ordinal));
                await audit.IntactAsync();
            }
        }
    }
}
