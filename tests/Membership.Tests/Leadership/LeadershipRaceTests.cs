using System.Net;

namespace Membership.Tests.Leadership;

/// <summary>Two who change the leadership at the same moment: what each may do alone, both together may not.</summary>
public abstract class LeadershipRaceTests(MembershipService service)
{
    [Collection(MembershipOfMembers.Name)]
    public sealed class OnSqlite(MembershipService service) : LeadershipRaceTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : LeadershipRaceTests(service);

    [Fact]
    public async Task One_becomes_chair_and_two_co_chairs_stay_of_four()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 4);
        var answers = await Task.WhenAll(scene.Seats.Select(seat => Task.Run(() => scene.TakeAsync(("Chair", seat)))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));

        await scene.InForceAsync(LeadershipScene.Text("CoLeadership"));
        var chairs = await scene.TakenAsync([.. scene.Seats.Select(seat => ("CoChair", seat))]);
        while (true)
        {
            var ends = await Task.WhenAll(chairs.Select(chair => Task.Run(() => scene.EndAsync(chair.Id))));
            Assert.All(ends, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed));
            if (ends.All(answer => answer.StatusCode != HttpStatusCode.OK)) break;
        }

        var now = await scene.NowAsync();
        Assert.True(now.Complete);
        Assert.Equal(2, now.Positions.Count(position => !position.OutsideModel));
    }
}
