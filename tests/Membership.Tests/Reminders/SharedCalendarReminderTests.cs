using Contracts;
using Membership.Reminders;
using Membership.Tests.Calendar;
using Membership.Tests.Meetings;
using Testing;

namespace Membership.Tests.Reminders;

/// <summary>The task force's own calendar address is known to who left, too.</summary>
[Collection(RemindingService.Name)]
public sealed class SharedCalendarReminderTests(RemindingService service)
{
    [Fact]
    public async Task When_somebody_has_left_the_coordinator_is_reminded_of_it_until_it_is_revoked()
    {
        var scene = await MeetingScene.StartAsync(service);
        var ofSeat = await scene.AddressAsync(scene.PoliceSeat.Id);
        var shared = await scene.AddressAsync();
        (await scene.Scene.EndSeatAsync(scene.TaskForce, scene.ShelterSeat.Id)).EnsureSuccessStatusCode();

        var reminder = Assert.Single(await service.SaidInAsync(0, scene.TaskForce, 1), said => said.Kind == ReminderKind.CalendarShared);
        Assert.Equal((shared.Id, (Guid?)null), (reminder.SubjectId, reminder.AgencyId));
        Assert.Single(await OpenAsync());

        // Another takes its place on the same day: it is not one that anybody left with.
        await scene.AddressAsync();
        var path = $"{scene.Path}/calendar-addresses/{shared.Id}";
        (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Delete, path, path)).EnsureSuccessStatusCode();
        await Until.TrueAsync(async () => (await OpenAsync()).Count == 0, "the reminders are gone");
        Assert.DoesNotContain(await service.SaidAsync(scene.TaskForce), said => said.SubjectId == ofSeat.Id);

        async Task<List<ReminderView>> OpenAsync() =>
            (await scene.Coordinator.GetFromJsonAsync<List<ReminderView>>($"{scene.Path}/reminders?kind=CalendarShared", Answers.Json))!;
    }
}
