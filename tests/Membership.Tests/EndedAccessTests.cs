using System.Net;
using Membership.Tests.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

/// <summary>Release-of-information, rule 12: when a seat or a membership ends, its tokens stop within a minute.</summary>
[Collection(MembershipService.Name)]
public sealed class EndedAccessTests(MembershipService service)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_ended_seats_token_is_refused_and_the_alternates_is_not()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id);
        var alternate = await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id);
        var ofChair = scene.As(Roles.CaseWorker, agency.Id, taskForce.Id, chair.Id);
        var ofAlternate = scene.As(Roles.CaseWorker, agency.Id, taskForce.Id, alternate.Id);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(ofChair));

        await scene.EndSeatAsync(taskForce.Id, chair.Id);
        await Until.TrueAsync(async () => await AskAsync(ofChair) == HttpStatusCode.Unauthorized, "the seat's token is refused", Minute);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(ofAlternate));
    }

    [Fact]
    public async Task A_member_that_left_is_refused_until_it_joins_again()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
        var before = scene.As(Roles.AgencyAdmin, agency, taskForce);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(before));

        await scene.LeaveAsync(taskForce, agency);
        await Until.TrueAsync(async () => await AskAsync(before) == HttpStatusCode.Unauthorized, "the member's token is refused", Minute);

        await scene.AppliedAsync(taskForce, agency);
        var after = scene.As(Roles.Supervisor, agency, taskForce);
        await Until.TrueAsync(async () => await AskAsync(after) == HttpStatusCode.OK, "a token of its new membership is accepted", Minute);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client) => (await client.GetAsync("/task-forces")).StatusCode;
}
