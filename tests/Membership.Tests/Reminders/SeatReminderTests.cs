using Contracts;
using Membership.Handovers;
using Membership.Reminders;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Reminders;

/// <summary>Of people in their seats: a term that ends, and somebody new who is still not shown everything. Gone when it is settled.</summary>
[Collection(RemindingService.Name)]
public sealed class SeatReminderTests(RemindingService service)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task A_seats_term_is_spoken_of_a_month_before_its_end_to_the_agency_and_the_coordinator_until_it_is_extended()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await SeatAsync("Terry Invented", Today.AddDays(40));
        await SeatAsync("Nobody Invented", Today.AddDays(400));

        var said = await service.SaidInAsync(11, taskForce.Id, 2);
        Assert.Equal([(agency.Id, (Guid?)seat.Id), (null, null)], said.Select(reminder => (reminder.AgencyId, reminder.SeatId)).OrderBy(to => to.AgencyId is null));
        Assert.All(said, reminder => Assert.Equal((ReminderKind.TermEnding, seat.Id, Today.AddDays(40)), (reminder.Kind, reminder.SubjectId, reminder.DueOn)));
        // Once, however often it is looked and however near the day comes.
        await service.StartAgainAsync();
        Assert.Equal(2, (await service.SaidInAsync(39, taskForce.Id, 2)).Count);
        Assert.Equal((2, 1), (await OpenAsync(scene, taskForce.Id), await OpenAsync(scene, taskForce.Id, agency.Id)));

        var path = $"/task-forces/{taskForce.Id}/seats/{seat.Id}";
        var extended = await Scene.ChangeAsync(scene.HubAdmin, HttpMethod.Put, path, path, new { involvement = "AgencyLevel", termEndsOn = Today.AddDays(90) });
        await extended.ReadAsync<SeatView>();
        await Until.TrueAsync(async () => await OpenAsync(scene, taskForce.Id) == 0, "the reminders are gone");
        Assert.Equal(4, (await service.SaidInAsync(61, taskForce.Id, 4)).Count);
        (await scene.EndSeatAsync(taskForce.Id, seat.Id)).EnsureSuccessStatusCode();
        await Until.TrueAsync(async () => await OpenAsync(scene, taskForce.Id) == 0, "the reminders are gone with the seat");

        async Task<SeatView> SeatAsync(string name, DateOnly termEndsOn) => await (await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", new
        {
            agencyId = agency.Id, personName = name, involvement = "AgencyLevel", termEndsOn,
        })).ReadAsync<SeatView>(System.Net.HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_orientation_that_is_open_after_a_month_is_spoken_of_until_everything_is_shown()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        await scene.EndSeatAsync(taskForce.Id, (await scene.SeatAsync(taskForce.Id, agency.Id)).Id);
        var successor = await scene.SeatAsync(taskForce.Id, agency.Id, name: "Sofía Successor-Test");
        var list = $"/task-forces/{taskForce.Id}/orientations";
        var orientation = Assert.Single((await scene.HubAdmin.GetFromJsonAsync<List<OrientationView>>(list, Answers.Json))!);

        var said = await service.SaidInAsync(31, taskForce.Id, 2);
        Assert.Equal([(agency.Id, (Guid?)successor.Id), (null, null)], said.Select(reminder => (reminder.AgencyId, reminder.SeatId)).OrderBy(to => to.AgencyId is null));
        Assert.All(said, reminder => Assert.Equal(
            (ReminderKind.OrientationOpen, orientation.Id, orientation.OpenedOn.AddDays(30)), (reminder.Kind, reminder.SubjectId, reminder.DueOn)));

        // Put aside by the one is not by the other, and what is shown at last is spoken of no more.
        var own = scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id);
        var reminders = $"/task-forces/{taskForce.Id}/reminders";
        (await own.PostAsync($"{reminders}/{said.Single(reminder => reminder.AgencyId is not null).Id}/dismissal", null)).EnsureSuccessStatusCode();
        Assert.Equal((1, 0), (await OpenAsync(scene, taskForce.Id), await OpenAsync(scene, taskForce.Id, agency.Id)));
        var path = $"{list}/{orientation.Id}";
        foreach (var item in orientation.Items)
            await (await Scene.ChangeAsync(own, HttpMethod.Post, $"{path}/items/{item.Id}/completion", path, new { doneOn = Today })).ReadAsync<OrientationView>();
        await Until.TrueAsync(async () => await OpenAsync(scene, taskForce.Id) == 0, "the reminders are gone");
        Assert.Equal(2, (await service.SaidInAsync(40, taskForce.Id, 2)).Count);
    }

    /// <summary>How many reminders wait for the coordinator, or for an agency.</summary>
    private static async Task<int> OpenAsync(Scene scene, Guid taskForce, Guid? agency = null)
    {
        var by = agency is null ? scene.As(Roles.Coordinator, taskForce: taskForce) : scene.As(Roles.AgencyAdmin, agency, taskForce);
        return (await by.GetFromJsonAsync<List<ReminderView>>($"/task-forces/{taskForce}/reminders", Answers.Json))!.Count;
    }
}
