using System.Globalization;
using Membership.Agencies.Hours;

namespace Membership.Tests.Agencies;

/// <summary>When somebody is there: nights, exceptions, and the two days a year on which the clock lies.</summary>
public sealed class OpeningHoursTests
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    private static readonly (DayOfWeek, Opening)[] Weekdays =
        [.. Enumerable.Range(1, 5).Select(day => ((DayOfWeek)day, Between("09:00", "17:00")))];

    private static readonly (DayOfWeek, Opening)[] EveryNight =
        [.. Enum.GetValues<DayOfWeek>().Select(day => (day, Between("22:00", "06:00")))];

    [Theory]
    [InlineData("2026-07-06T16:00Z", true)] // Monday 09:00 in summer
    [InlineData("2026-07-06T15:59Z", false)]
    [InlineData("2026-01-05T16:59Z", false)] // Monday 08:59 in winter
    [InlineData("2026-01-05T17:00Z", true)]
    [InlineData("2026-01-06T00:59Z", true)] // Monday 16:59, Tuesday already in UTC
    [InlineData("2026-01-06T01:00Z", false)] // closed from the minute on
    [InlineData("2026-01-10T18:00Z", false)] // Saturday
    public void It_is_open_by_its_own_clock(string instant, bool open) => Assert.Equal(open, Hours(Weekdays).IsOpenAt(At(instant)));

    [Theory]
    [InlineData("2026-01-07T13:59Z", true)] // Wednesday 05:59: Tuesday's night
    [InlineData("2026-01-07T14:00Z", false)]
    [InlineData("2026-01-08T05:59Z", false)]
    [InlineData("2026-01-08T06:00Z", true)] // Wednesday 22:00
    public void A_night_belongs_to_the_day_on_which_it_began(string instant, bool open) => Assert.Equal(open, Hours(EveryNight).IsOpenAt(At(instant)));

    [Fact]
    public void On_an_exception_its_own_hours_hold_and_the_night_before_is_served_out()
    {
        var hours = new OpeningHours(Pacific, EveryNight,
            [(new DateOnly(2026, 12, 25), Opening.Closed), (new DateOnly(2026, 12, 31), Between("12:00", "15:00"))]);
        Assert.True(hours.IsOpenAt(At("2026-12-25T13:00Z"))); // 25th 05:00, the 24th's night
        Assert.False(hours.IsOpenAt(At("2026-12-26T07:00Z"))); // 25th 23:00
        Assert.False(hours.IsOpenAt(At("2026-12-26T13:00Z"))); // and no night goes on from it
        Assert.True(hours.IsOpenAt(At("2026-12-31T21:00Z"))); // 31st 13:00
        Assert.False(hours.IsOpenAt(At("2027-01-01T07:00Z"))); // 31st 23:00
        Assert.Equal(At("2026-12-27T06:00Z"), hours.NextOpening(At("2026-12-26T07:00Z")));
    }

    [Fact]
    public void In_the_spring_an_hour_that_does_not_happen_opens_at_its_end()
    {
        // 8 March 2026: 01:59 is followed by 03:00.
        var hours = Hours((DayOfWeek.Sunday, Between("02:30", "05:00")));
        Assert.False(hours.IsOpenAt(At("2026-03-08T09:59Z")));
        Assert.True(hours.IsOpenAt(At("2026-03-08T10:00Z")));
        Assert.Equal(At("2026-03-08T10:00Z"), hours.NextOpening(At("2026-03-08T00:00Z")));
        // What lies wholly in the hour is left out, and the next week's is found.
        Assert.Equal(At("2026-03-15T09:15Z"), Hours((DayOfWeek.Sunday, Between("02:15", "02:45"))).NextOpening(At("2026-03-08T00:00Z")));
    }

    [Fact]
    public void In_the_autumn_an_hour_that_happens_twice_neither_closes_nor_opens_twice()
    {
        // 1 November 2026: 01:00 to 02:00 happens at 08:00Z and again at 09:00Z.
        var opens = Hours((DayOfWeek.Sunday, Between("01:30", "09:00")));
        Assert.False(opens.IsOpenAt(At("2026-11-01T08:29Z")));
        Assert.True(opens.IsOpenAt(At("2026-11-01T08:30Z")));
        Assert.True(opens.IsOpenAt(At("2026-11-01T09:10Z"))); // 01:10 for the second time: it has been open since 01:30
        var closes = Hours((DayOfWeek.Saturday, Between("20:00", "01:30")));
        Assert.True(closes.IsOpenAt(At("2026-11-01T08:29Z")));
        Assert.False(closes.IsOpenAt(At("2026-11-01T09:10Z"))); // 01:10 again: it closed at 01:30
        Assert.Equal(At("2026-11-01T08:30Z"), opens.NextOpening(At("2026-10-31T12:00Z")));
    }

    [Fact]
    public void Around_the_clock_is_open_at_every_hour_of_a_year_and_by_no_other_hours()
    {
        var always = Hours([.. Enum.GetValues<DayOfWeek>().Select(day => (day, Between("00:00", "00:00")))]);
        Assert.True(always.AroundTheClock);
        Assert.All(Enumerable.Range(0, 366 * 24), hour => Assert.True(always.IsOpenAt(At("2026-01-01T00:00Z").AddHours(hour))));
        Assert.False(Hours(Weekdays).AroundTheClock);
        Assert.True(Hours([.. EveryNight, .. Enum.GetValues<DayOfWeek>().Select(day => (day, Between("06:00", "22:00")))]).AroundTheClock);
    }

    [Fact]
    public void What_opens_next_is_found_minute_for_minute()
    {
        // Against every minute of the week in which the clock goes back.
        var hours = Hours([.. Weekdays, (DayOfWeek.Sunday, Between("01:15", "01:45")), (DayOfWeek.Saturday, Between("23:00", "01:00"))]);
        var start = At("2026-10-30T00:00Z");
        DateTimeOffset? next = null;
        for (var minute = 5 * 24 * 60; minute >= 0; minute--)
        {
            var instant = start.AddMinutes(minute);
            if (hours.IsOpenAt(instant)) next = instant;
            if (next is not null) Assert.Equal(next, hours.NextOpening(instant));
        }
    }

    [Fact]
    public void Who_never_opens_is_not_waited_for()
    {
        Assert.False(OpeningHours.Unknown.IsOpenAt(At("2026-01-07T18:00Z")));
        Assert.Null(OpeningHours.Unknown.NextOpening(At("2026-01-07T18:00Z")));
        Assert.False(OpeningHours.Unknown.AreKnown);
        Assert.Null(new OpeningHours(Pacific, [], [(new DateOnly(2026, 1, 1), Opening.Closed)]).NextOpening(At("2026-01-07T18:00Z")));
    }

    private static OpeningHours Hours(params (DayOfWeek, Opening)[] weekly) => new(Pacific, weekly, []);

    private static Opening Between(string opens, string closes) =>
        Opening.Between(TimeOnly.Parse(opens, CultureInfo.InvariantCulture), TimeOnly.Parse(closes, CultureInfo.InvariantCulture));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
