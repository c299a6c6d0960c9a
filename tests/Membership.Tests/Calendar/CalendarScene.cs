using System.Net;
using Membership.Calendar;
using Membership.Meetings;
using Membership.Tests.Meetings;
using Testing;

namespace Membership.Tests.Calendar;

/// <summary>Short words for calendar addresses and what they show.</summary>
public static class CalendarScene
{
    public static async Task<GivenCalendarAddress> AddressAsync(this MeetingScene scene, Guid? seatId = null, HttpClient? by = null) =>
        await (await (by ?? scene.Coordinator).PostAsJsonAsync($"{scene.Path}/calendar-addresses", new { seatId }))
            .ReadAsync<GivenCalendarAddress>(HttpStatusCode.Created);

    public static string TokenOf(GivenCalendarAddress address) => address.Address.Split('/')[^1][..^".ics".Length];

    /// <summary>As a calendar program asks: with nothing but the address.</summary>
    public static async Task<HttpResponseMessage> AskAsync(this MembershipService service, GivenCalendarAddress address, string? ifNoneMatch = null)
    {
        using var anonymous = service.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/calendars/{TokenOf(address)}.ics");
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await anonymous.SendAsync(request);
    }

    public static async Task<byte[]> ReadAsync(this MembershipService service, GivenCalendarAddress address)
    {
        var answer = await service.AskAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The API's meetings, as a calendar program should show them.</summary>
    public static List<ShownOccurrence> Shown(IEnumerable<MeetingView> meetings) =>
    [
        .. meetings.OrderBy(meeting => meeting.Begins).Select(meeting => new ShownOccurrence(
            meeting.Begins, meeting.Ends - meeting.Begins, meeting.Title, meeting.Place, meeting.State == MeetingState.Cancelled ? "CANCELLED" : "CONFIRMED")),
    ];
}
