using System.Net;
using System.Security.Cryptography;
using Demonstration.Fable;

namespace EndToEnd.Tests.Marked;

/// <summary>A request for a calendar, in a trace of its own by which all that tells of it is found.</summary>
internal sealed record CalendarRead(string Trace, HttpStatusCode Answer);

/// <summary>
/// Reads calendars by their addresses: secrets that stand in a path, where whatever tells of a request would tell of them.
/// </summary>
internal sealed class MarkedCalendar(Sender sender, Cast cast, Marks marks)
{
    private const string Calendars = "/api/membership/calendars";

    private readonly List<CalendarRead> reads = [];

    /// <summary>The task force's calendar, a person's, and one that somebody guesses at.</summary>
    public async Task<IReadOnlyList<CalendarRead>> ReadAsync()
    {
        string[] secrets = [await AddressAsync(new { }), await AddressAsync(new { seatId = cast.Seats["prosecutor"] })];
        foreach (var token in secrets) await ReadAsync(token);
        var guess = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789-_", secrets[0].Length);
        marks.Keep("guess at a calendar's address", guess);
        await ReadAsync(guess);
        return reads;
    }

    private async Task<string> AddressAsync(object whose)
    {
        var given = await cast.Coordinator.PostAsync($"{cast.TaskForce}/calendar-addresses", whose);
        var token = Path.GetFileNameWithoutExtension(new Uri(given.GetProperty("address").GetString()!).AbsolutePath);
        marks.Keep("calendar's address", token, digestIn: "membership.db/CalendarAddresses.Digest");
        return token;
    }

    private async Task ReadAsync(string token)
    {
        var trace = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        var answer = await sender.SendAsync(HttpMethod.Get, $"{Calendars}/{token}.ics", headers: ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));
        reads.Add(new CalendarRead(trace, answer));
        // What a calendar program makes of an address that was not copied well.
        foreach (var path in new[] { token, $"{token}.ics/", $"{token}.ics/more", $"{token}.ics?{token}=%00", $"{token}.ICS%20", $"../calendars/{token}.ics" })
            await sender.SendAsync(HttpMethod.Get, $"{Calendars}/{path}");
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Options, HttpMethod.Head, new HttpMethod("PROPFIND") })
            await sender.SendAsync(method, $"{Calendars}/{token}.ics", cast.Coordinator.Token);
        await sender.SendAsync(HttpMethod.Get, $"/calendars/{token}.ics");
    }
}
