using System.Text.Json.Nodes;
using Contracts;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known JointEventSamples => new()
    {
        ["membership GET /task-forces/{id}/joint-events"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/joint-events"] = async (own, by) => Of(own) with { Body = await own.JointEventAsync(by) },
        ["membership GET /task-forces/{id}/joint-events/{eventId}"] = (own, by) => OfEventAsync(own, by),
        ["membership PUT /task-forces/{id}/joint-events/{eventId}"] = (own, by) => OfEventAsync(own, by),
        ["membership POST /task-forces/{id}/joint-events/{eventId}/invitations"] = async (own, by) => await OfEventAsync(own, by) with { Body = new() { ["agencies"] = new JsonArray(own.Receiver) } },
        ["membership POST /task-forces/{id}/joint-events/{eventId}/comment-period"] = async (own, by) => await OfEventAsync(own, by) with { Body = new() { ["until"] = "2031-05-01T12:00:00Z" } },
        ["membership POST /task-forces/{id}/joint-events/{eventId}/sponsors"] = async (own, by) => await OfEventAsync(own, by) with { Body = new() { ["agencyId"] = own.Receiver } },
        ["membership DELETE /task-forces/{id}/joint-events/{eventId}/sponsors/{agencyId}"] = async (own, by) =>
        {
            var sample = await OfEventAsync(own, by);
            sample.Path["agencyId"] = await own.SponsorAsync(sample.Path["eventId"]);
            return sample;
        },
        ["membership PUT /task-forces/{id}/joint-events/{eventId}/norms"] = (own, by) => OfEventAsync(own, by),
        ["membership POST /task-forces/{id}/joint-events/{eventId}/norms/acknowledgement"] = async (own, by) =>
        {
            var sample = await OfEventAsync(own, by);
            await own.DoAsync($"/task-forces/{own.TaskForce}/joint-events/{sample.Path["eventId"]}/norms", new() { ["text"] = "No pictures." }, HttpMethod.Put);
            return sample with { Role = Roles.CaseWorker, Body = new() { ["version"] = 1 } };
        },
        ["membership POST /task-forces/{id}/joint-events/{eventId}/publication"] = (own, by) => OfEventAsync(own, by),
        ["membership POST /task-forces/{id}/joint-events/{eventId}/cancellation"] = (own, by) => OfEventAsync(own, by),
        ["membership GET /task-forces/{id}/joint-events/{eventId}/comments"] = (own, by) => OfEventAsync(own, by),
        ["membership POST /task-forces/{id}/joint-events/{eventId}/comments"] = async (own, by) => Of(own, "eventId", await own.InvitedEventAsync(by)) with { Role = Roles.CaseWorker },
    };

    private static Known CalendarSamples => new()
    {
        ["membership GET /task-forces/{id}/calendar-addresses"] = (own, _) => Just(Of(own)),
        ["membership POST /task-forces/{id}/calendar-addresses"] = (own, _) => Just(Of(own) with { Body = new() { ["seatId"] = null } }),
        ["membership GET /task-forces/{id}/calendar-addresses/{addressId}"] = async (own, by) => Of(own, "addressId", await own.CalendarAddressAsync(by)),
        ["membership DELETE /task-forces/{id}/calendar-addresses/{addressId}"] = async (own, by) => Of(own, "addressId", await own.CalendarAddressAsync(by)),
        ["membership GET /calendars/{token}.ics"] = (_, _) => Just(new(Roles.Coordinator) { Path = { ["token"] = new string('x', 43) } }),
    };

    private static async Task<Sample> OfEventAsync(Belongings own, AgencyClass organizer) => Of(own, "eventId", await own.DraftedEventAsync(organizer));
}
