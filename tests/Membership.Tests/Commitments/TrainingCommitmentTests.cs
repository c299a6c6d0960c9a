using Contracts.Outreach;
using Membership.Tests.Protocols;
using Testing;
using static Membership.Tests.Commitments.CommitmentScene;

namespace Membership.Tests.Commitments;

/// <summary>What Outreach tells, over the broker, counts towards what agencies pledged.</summary>
[Collection(MembershipAndOutreach.CollectionName)]
public sealed class TrainingCommitmentTests(MembershipAndOutreach service)
{
    [Fact]
    public async Task A_training_counts_for_the_host_and_for_each_agency_that_completed_it_once()
    {
        var scene = await StartAsync(service);
        var (hosts, takes) = (await scene.PledgeAsync("HostTraining"), await scene.PledgeAsync("TakePartInTraining"));
        var (host, taker, training) = (scene.Agencies[0], scene.Agencies[1], Guid.NewGuid());
        // Two of one agency complete it; and all of it is said twice.
        for (var said = 0; said < 2; said++)
        {
            await service.SayAsync(
                scene.Scene.Hub, new TrainingHeld(training, scene.TaskForce, host, Today, 12),
                new TrainingCompleted(training, scene.TaskForce, taker, Guid.NewGuid(), Today, null),
                new TrainingCompleted(training, scene.TaskForce, taker, Guid.NewGuid(), Today, null));
        }

        // What is said next comes after all of that.
        await service.SayAsync(scene.Scene.Hub, new TrainingHeld(Guid.NewGuid(), scene.TaskForce, taker, Today, 3));
        await Until.TrueAsync(async () => (await KeptAsync()).Contains((taker, hosts.Id, 1)), "the last training is counted");
        Assert.Equal(
            new[] { (host, hosts.Id, 1), (taker, hosts.Id, 1), (taker, takes.Id, 1) }.Order(), (await KeptAsync()).Order());

        async Task<List<(Guid Agency, Guid Commitment, int Fulfilled)>> KeptAsync() =>
            [.. (await scene.LedgerAsync("?standing=Kept")).Select(line => (line.AgencyId, line.CommitmentId, line.Fulfilled))];
    }
}
