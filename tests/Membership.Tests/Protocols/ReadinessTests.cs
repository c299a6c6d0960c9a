using Contracts;
using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Readiness;
using Membership.Protocols.Routing;
using Membership.Reminders;
using Membership.Seats;
using Membership.Storage;
using Membership.Tests.Agreements;
using Microsoft.EntityFrameworkCore;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Protocols;

[Collection(MembershipAndOutreach.CollectionName)]
public sealed class ReadinessTests(MembershipAndOutreach service)
{
    /// <summary>Vignette 3.</summary>
    [Fact]
    public async Task The_shelter_that_refused_is_seen_before_it_refuses_and_until_it_is_ready()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var alternate = await scene.Scene.SeatAsync(scene.TaskForce, scene.Shelter.Id, alternateFor: scene.Advocate.Id, name: "Lu Invented");
        var protocol = await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate, hours: "AroundTheClock"));

        ReadinessGapKind[] atFirst = [ReadinessGapKind.NotAcknowledged, ReadinessGapKind.TrainingUnknown, ReadinessGapKind.HoursUnknown, ReadinessGapKind.NoAgreement];
        Assert.Equal(atFirst, await KindsAsync(scene));
        Assert.Equal(atFirst, (await scene.RouteAsync(new { })).Calls.Single().Warnings);
        var ready = await ReadyAsync(scene);
        Assert.Equal((false, TrainingStanding.Unknown, AgreementStanding.None, true), (ready.Ready, ready.Agencies[0].People.Single().Training, ready.Agencies[0].Agreement, ready.Agencies[0].People[0].HasAlternate));
        Assert.All(await scene.GapsAsync(), gap => Assert.Equal((DateOnly.FromDateTime(DateTime.UtcNow), 0, null), (gap.Since, gap.OpenDays, gap.CuredOn)));

        // Cured one by one, and each stays until then.
        await (await scene.AcknowledgeAsync(protocol.Id, scene.Advocate)).ReadAsync<AcknowledgementView>();
        Assert.Equal(atFirst[1..], await KindsAsync(scene));
        await service.CompletedAsync(scene.Scene.Hub, scene.Advocate, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));
        await UntilAsync(scene, ReadinessGapKind.TrainingExpired, ReadinessGapKind.HoursUnknown, ReadinessGapKind.NoAgreement);
        await service.CompletedAsync(scene.Scene.Hub, scene.Advocate, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(365));
        await UntilAsync(scene, ReadinessGapKind.HoursUnknown, ReadinessGapKind.NoAgreement);
        await scene.CardAsync(scene.Shelter, new { timeZone = "UTC", hours = new[] { new { day = "Monday", opens = "08:00", closes = "17:00" } } });
        await UntilAsync(scene, ReadinessGapKind.HoursNotCovered, ReadinessGapKind.NoAgreement);
        await scene.CardAsync(scene.Shelter, new { timeZone = "UTC", hours = Enum.GetNames<DayOfWeek>().Select(day => new { day, opens = "00:00", closes = "00:00" }) });
        await UntilAsync(scene, ReadinessGapKind.NoAgreement);
        var agreement = await SignAsync(scene);
        await UntilAsync(scene);
        Assert.True((await ReadyAsync(scene)).Ready);
        var call = (await scene.RouteAsync(new { })).Calls.Single();
        Assert.Equal((true, RouteReason.AcknowledgedAndTrained), (call.Warnings.Count == 0, call.Reasons[^1]));

        // And found again, when what cured it is gone.
        await scene.Scene.EndSeatAsync(scene.TaskForce, alternate.Id);
        await ExpireAsync(agreement);
        await UntilAsync(scene, ReadinessGapKind.AgreementExpired, ReadinessGapKind.NoAlternate);
        Assert.Equal([ReadinessGapKind.AgreementExpired, ReadinessGapKind.NoAlternate], (await scene.RouteAsync(new { })).Calls.Single().Warnings);
        Assert.All(await scene.GapsAsync("?open=false"), gap => Assert.Equal(GapEnd.Cured, gap.End));
        var journal = await service.JournalAsync(scene.Scene.Hub, 6, entry => entry.Type == "readiness-gap-cured");
        Assert.Equal(8, journal.Count(entry => entry.Type == "readiness-gap-opened"));
    }

    [Fact]
    public async Task A_gap_is_as_old_as_it_is_whatever_version_is_in_force_and_ends_with_the_protocol()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate), Step("police", scene.Police, scene.Detective));
        var first = (await scene.GapsAsync($"?open=true&agencyId={scene.Shelter.Id}&kind=NoAgreement")).Single();
        await scene.NextInForceAsync(protocol.Id, Step("shelter", scene.Shelter, scene.Advocate, title: "Now"));
        var later = (await scene.GapsAsync($"?open=true&agencyId={scene.Shelter.Id}&kind=NoAgreement")).Single();
        Assert.Equal((first.Id, 2), (later.Id, later.VersionNumber));
        Assert.All(await scene.GapsAsync($"?agencyId={scene.Police.Id}"), gap => Assert.Equal(GapEnd.NoLongerNamed, gap.End));
        foreach (var (query, count) in new[] { ($"agencyId={scene.Shelter.Id}", 1), ($"agencyId={scene.Police.Id}", 0), ("ready=false", 1), ("ready=true", 0), ($"ready=false&agencyId={scene.Police.Id}", 0) })
            Assert.Equal(count, (await scene.Coordinator.GetFromJsonAsync<List<ProtocolReadiness>>($"/task-forces/{scene.TaskForce}/readiness?{query}", Answers.Json))!.Count);

        var path = scene.Version(protocol.Id, 2);
        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, DecisionAbout.Protocol, (await scene.ReadAsync(protocol.Id, 2)).Id);
        (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/retirement", path, new { decisionId = decision.Id })).EnsureSuccessStatusCode();
        Assert.Empty(await scene.GapsAsync());
        Assert.Empty((await scene.RouteAsync(new { })).Calls);
    }

    [Fact]
    public async Task To_be_suspended_cures_nothing_and_what_an_agency_lacked_before_is_as_old_as_it_is()
    {
        var scene = await ProtocolScene.StartAsync(service);
        await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate));
        var lacked = await KindsAsync(scene);
        Assert.Contains(ReadinessGapKind.NoAgreement, lacked);
        var january = new DateOnly(2026, 1, 1);
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().ReadinessGaps.Where(gap => gap.TaskForceId == scene.TaskForce)
                .ExecuteUpdateAsync(gap => gap.SetProperty(which => which.Since, january));
        }

        await MemberAsync("suspension");
        await UntilAsync(scene, [.. lacked.Append(ReadinessGapKind.NotAMember).Order()]);
        var assessed = (await ReadyAsync(scene)).Agencies.Single();
        Assert.False(assessed.IsMember);
        Assert.Equal([ReadinessGapKind.NotAMember], assessed.Lacks);

        // What is cured meanwhile is cured.
        await scene.CardAsync(scene.Shelter, new { timeZone = "UTC", hours = new[] { new { day = "Monday", opens = "08:00", closes = "17:00" } } });
        ReadinessGapKind[] left = [.. lacked.Except([ReadinessGapKind.HoursUnknown])];
        await UntilAsync(scene, [.. left.Append(ReadinessGapKind.NotAMember).Order()]);

        await MemberAsync("reinstatement");
        await UntilAsync(scene, left);
        Assert.All(await scene.GapsAsync(), gap => Assert.Equal(january, gap.Since));
        Assert.Equal(
            [ReadinessGapKind.HoursUnknown, ReadinessGapKind.NotAMember],
            (await scene.GapsAsync("?open=false")).Select(gap => gap.Kind).Order());

        async Task MemberAsync(string verb)
        {
            var member = $"/task-forces/{scene.TaskForce}/members/{scene.Shelter.Id}";
            (await Scene.ChangeAsync(scene.Scene.HubAdmin, HttpMethod.Post, $"{member}/{verb}", member, new { reason = "Until this is settled." })).EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task Two_replicas_that_look_at_once_keep_one_gap_of_a_kind()
    {
        await using var replica = await service.StartReplicaAsync<MembershipDb>("membership", new Dictionary<string, string>
        {
            ["Readiness:LookEvery"] = "00:00:00.05", ["Readiness:AllEvery"] = "00:00:00.05",
        });
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("shelter", scene.Shelter), Step("police", scene.Police));
        var seats = new List<SeatView>();
        foreach (var number in Enumerable.Range(0, 6)) seats.Add(await scene.Scene.SeatAsync(scene.TaskForce, scene.Shelter.Id, name: $"Invented {number}"));
        foreach (var seat in seats[..3]) await scene.Scene.EndSeatAsync(scene.TaskForce, seat.Id);
        await Until.TrueAsync(
            async () => (await scene.AskedAsync(protocol.Id, query: "?state=Asked&take=200")).Count == 5, "those who sit there now are asked, and nobody else");
        await Until.TrueAsync(
            async () => (await scene.GapsAsync()).Count(gap => gap.Kind == ReadinessGapKind.NotAcknowledged) == 5, "each of them has a gap");
        var open = await scene.GapsAsync();
        Assert.Equal(open.Count, open.DistinctBy(gap => (gap.Kind, gap.AgencyId, gap.SeatId)).Count());
    }

    [Fact]
    public async Task Whoever_does_not_acknowledge_is_reminded_after_three_and_seven_days()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate), Step("police", scene.Police, scene.Detective));
        await (await scene.AcknowledgeAsync(protocol.Id, scene.Detective)).ReadAsync<AcknowledgementView>();
        var version = await scene.ReadAsync(protocol.Id);
        var before = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-8);
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().ProtocolAcknowledgements.Where(asked => asked.VersionId == version.Id)
                .ExecuteUpdateAsync(asked => asked.SetProperty(acknowledgement => acknowledgement.AskedOn, before));
        }

        var path = $"/task-forces/{scene.TaskForce}/reminders?kind=ProtocolAcknowledgement";
        var reminders = await Until.SomeAsync(async () =>
            await scene.Coordinator.GetFromJsonAsync<List<ReminderView>>(path, Answers.Json) is { Count: > 0 } some ? some : null, "reminders are raised");
        Assert.Equal([(3, before.AddDays(3)), (7, before.AddDays(7))], reminders.Select(reminder => (reminder.Step, reminder.DueOn)).Order());
        Assert.All(reminders, reminder => Assert.Equal((scene.Advocate.Id, version.Id), (reminder.SeatId!.Value, reminder.SubjectId)));
        await (await scene.AcknowledgeAsync(protocol.Id, scene.Advocate)).ReadAsync<AcknowledgementView>();
        await Until.TrueAsync(async () => (await scene.Coordinator.GetFromJsonAsync<List<ReminderView>>(path, Answers.Json))!.Count == 0, "nobody is reminded any more");
    }

    /// <summary>A memorandum of understanding between the shelter and a clinic, in force.</summary>
    private static async Task<Guid> SignAsync(ProtocolScene scene)
    {
        var clinic = await scene.MemberAsync("Clinic");
        var nurse = await scene.Scene.SeatAsync(scene.TaskForce, clinic.Id, name: "Io Invented");
        var agreements = new AgreementScene(scene.Scene, scene.TaskForce, [scene.Shelter.Id, clinic.Id], [scene.Advocate.Id, nurse.Id]);
        return (await agreements.EffectiveAsync()).Id;
    }

    /// <summary>Years go by.</summary>
    private async Task ExpireAsync(Guid agreement)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
        await scope.ServiceProvider.GetRequiredService<MembershipDb>().Agreements.Where(signed => signed.Id == agreement).ExecuteUpdateAsync(signed =>
            signed.SetProperty(which => which.EffectiveOn, yesterday.AddYears(-3)).SetProperty(which => which.ExpiresOn, yesterday));
    }

    private static async Task<ProtocolReadiness> ReadyAsync(ProtocolScene scene) =>
        (await scene.Coordinator.GetFromJsonAsync<List<ProtocolReadiness>>($"/task-forces/{scene.TaskForce}/readiness", Answers.Json))!.Single();

    private static async Task<ReadinessGapKind[]> KindsAsync(ProtocolScene scene) => [.. (await scene.GapsAsync()).Select(gap => gap.Kind).Order()];

    private static Task UntilAsync(ProtocolScene scene, params ReadinessGapKind[] kinds) =>
        Until.TrueAsync(async () => (await KindsAsync(scene)).SequenceEqual(kinds), $"open are {string.Join(", ", kinds)}");
}
