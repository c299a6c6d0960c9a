using System.Text;
using Membership.Tests.Meetings;

namespace Membership.Tests.Calendar;

/// <summary>The parser that vouches for calendars refuses what is not one: each time a good calendar, spoilt in one place.</summary>
[Collection(MembershipThatMeets.Name)]
public sealed class StrictCalendarTests(MembershipService service)
{
    private static readonly (string What, Func<string, string> Spoil)[] Spoilt =
    [
        ("a bare LF", text => text.Replace("VERSION:2.0\r\n", "VERSION:2.0\n", StringComparison.Ordinal)),
        ("a line that is too long", text => text.Replace("\r\n ", "", StringComparison.Ordinal)),
        ("an empty line", text => text.Replace("VERSION:2.0\r\n", "VERSION:2.0\r\n\r\n", StringComparison.Ordinal)),
        ("no VERSION", text => text.Replace("VERSION:2.0\r\n", "", StringComparison.Ordinal)),
        ("VERSION twice", text => text.Replace("VERSION:2.0\r\n", "VERSION:2.0\r\nVERSION:2.0\r\n", StringComparison.Ordinal)),
        ("METHOD", text => text.Replace("VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:PUBLISH\r\n", StringComparison.Ordinal)),
        ("no zone", text => text.Replace("TZID:America/Los_Angeles", "TZID:America/New_York", StringComparison.Ordinal)),
        ("a zone without onsets", text => text.Replace("BEGIN:STANDARD", "BEGIN:VALARM", StringComparison.Ordinal)),
        ("an offset of no form", text => text.Replace("TZOFFSETTO:-0800", "TZOFFSETTO:-8", StringComparison.Ordinal)),
        ("no UID", text => text.Replace("UID:", "X-UID:", StringComparison.Ordinal)),
        ("DTSTAMP not in UTC", text => System.Text.RegularExpressions.Regex.Replace(text, @"DTSTAMP:(\d+T\d+)Z", "DTSTAMP:$1")),
        ("a start in no zone", text => text.Replace("DTSTART;TZID=America/Los_Angeles:", "DTSTART:", StringComparison.Ordinal)),
        ("a day that is none", text => text.Replace("DTSTART;TZID=America/Los_Angeles:20270302", "DTSTART;TZID=America/Los_Angeles:20270231", StringComparison.Ordinal)),
        ("a start beside the rule", text => text.Replace("DTSTART;TZID=America/Los_Angeles:20270302", "DTSTART;TZID=America/Los_Angeles:20270303", StringComparison.Ordinal)),
        ("UNTIL not in UTC", text => System.Text.RegularExpressions.Regex.Replace(text, @"UNTIL=(\d+T\d+)Z", "UNTIL=$1")),
        ("COUNT and UNTIL", text => text.Replace(";UNTIL=", ";COUNT=3;UNTIL=", StringComparison.Ordinal)),
        ("a week of a week", text => text.Replace("BYDAY=TU", "BYDAY=2TU", StringComparison.Ordinal)),
        ("an override of nothing", text => text.Replace("RECURRENCE-ID;TZID=America/Los_Angeles:20270316", "RECURRENCE-ID;TZID=America/Los_Angeles:20270317", StringComparison.Ordinal)),
        ("an unescaped comma", text => text.Replace("Room\\, large", "Room, large", StringComparison.Ordinal)),
        ("an unknown status", text => text.Replace("STATUS:CONFIRMED", "STATUS:DONE", StringComparison.Ordinal)),
        ("a duration of no form", text => text.Replace("DURATION:PT60M", "DURATION:60M", StringComparison.Ordinal)),
        ("an end that is missing", text => text.Replace("END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR", StringComparison.Ordinal)),
        ("something behind it", text => text + "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        ("a control character", text => text.Replace("Room\\, large", "Room\u0007", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task What_is_not_iCalendar_is_refused()
    {
        var scene = await MeetingScene.StartAsync(service);
        await scene.SeriesAsync(new
        {
            title = new string('会', 40), timeZone = MeetingScene.Zone, firstOn = "2027-03-01", startsAt = "18:00:00", durationMinutes = 60, frequency = "Weekly",
            weekday = "Tuesday", until = "2027-04-30", place = "Room, large", skip = new[] { "2027-03-09" },
        });
        var meeting = (await scene.MeetingsAsync()).Single(one => one.On == new DateOnly(2027, 3, 16));
        await scene.DoAsync(meeting, "cancellation", new { reason = "A storm." });
        var good = Encoding.UTF8.GetString(await service.ReadAsync(await scene.AddressAsync()));
        StrictCalendar.Read(Encoding.UTF8.GetBytes(good));
        foreach (var (what, spoil) in Spoilt)
        {
            var bad = spoil(good);
            Assert.True(bad != good, $"{what} spoils nothing");
            Assert.True(Record.Exception(() => StrictCalendar.Read(Encoding.UTF8.GetBytes(bad))) is CalendarFaultException, $"{what} passes");
        }

        var bytes = Encoding.UTF8.GetBytes(good);
        var at = bytes.AsSpan().IndexOf("会"u8) + 1;
        byte[] split = [.. bytes[..at], .. "\r\n "u8, .. bytes[at..]];
        Assert.Throws<CalendarFaultException>(() => StrictCalendar.Read(split));
    }
}
