using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Membership.Members;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Http;

namespace Membership.Calendar;

/// <summary>Calendar programs send no token of ours: who has the address may read, and the address can be revoked.</summary>
internal static class ReadCalendar
{
    private const string MediaType = "text/calendar";
    private const int DaysBack = 180;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/calendars/{token}.ics", HandleAsync)
        .AllowAnonymous()
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("The meetings of a calendar address, as iCalendar (RFC 5545): title, time and place.");

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> HandleAsync(
        string token, MembershipDb db, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, token, cancellationToken) is not { } address) return Problems.NotFound();
        Guid? agency = null;
        if (address.SeatId is { } seatId && (agency = await SeatedAgencyAsync(db, seatId, cancellationToken)) is null)
            return Problems.NotFound();

        var (calendar, changedAt) = await WriteAsync(db, address.TaskForceId, agency, time.Day().AddDays(-DaysBack), cancellationToken);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(calendar)))[..32]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, max-age=300";
        if (changedAt is not null) http.Response.Headers.LastModified = changedAt.Value.ToString("R", CultureInfo.InvariantCulture);
        return IsKnown(http, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(calendar, $"{MediaType}; charset=utf-8");
    }

    /// <summary>
    /// Found by the digest's index: how long that takes tells of digests, from which no token follows. The comparison that
    /// decides takes the same time for all.
    /// </summary>
    private static async Task<CalendarAddress?> FindAsync(MembershipDb db, string token, CancellationToken cancellationToken)
    {
        if (token.Length != CalendarAddress.TokenLength) return null;
        var digest = CalendarAddress.DigestOf(token);
        var address = await db.CalendarAddresses.AsNoTracking()
            .SingleOrDefaultAsync(address => address.Digest == digest && address.RevokedOn == null, cancellationToken);
        return address is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(address.Digest), Encoding.ASCII.GetBytes(digest))
            ? address : null;
    }

    /// <summary>Null where the seat has ended, or its agency takes no part in the task force just now.</summary>
    private static async Task<Guid?> SeatedAgencyAsync(MembershipDb db, Guid seatId, CancellationToken cancellationToken)
    {
        var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(seat => seat.Id == seatId && seat.EndedAt == null, cancellationToken);
        return seat is not null && await db.Members.Where(Member.TakesPart).AnyAsync(member => member.Id == seat.MemberId, cancellationToken)
            ? seat.AgencyId : null;
    }

    /// <summary>
    /// What the agency is invited to; where there is none, what all members are invited to. A series' meetings have
    /// invitations of their own once they are held, changed or their agenda is open: by these each is shown, as the API does.
    /// </summary>
    private static async Task<(string Calendar, DateTimeOffset? ChangedAt)> WriteAsync(
        MembershipDb db, Guid taskForceId, Guid? agency, DateOnly from, CancellationToken cancellationToken)
    {
        var series = await db.MeetingSeries.AsNoTracking()
            .Where(one => one.TaskForceId == taskForceId && one.LastOn >= from)
            .Where(one => one.InvitesAll || one.Invitations.Any(invitation => invitation.AgencyId == agency)).ToListAsync(cancellationToken);
        var ids = series.Select(one => (Guid?)one.Id).ToList();
        var all = db.Meetings.AsNoTracking().Where(meeting => meeting.TaskForceId == taskForceId);
        var invitedTo = all.Where(meeting => meeting.InvitesAll || meeting.Invitations.Any(invitation => invitation.AgencyId == agency));
        // Of a series that is not shown, what still belongs to it: what its early end took away is no part of it any more.
        var meetings = await invitedTo.Where(meeting => ids.Contains(meeting.SeriesId) || (meeting.On >= from
            && (meeting.SeriesId == null || db.MeetingSeries.Any(one => one.Id == meeting.SeriesId && one.LastOn >= meeting.OccurrenceOn))))
            .ToListAsync(cancellationToken);
        var others = await all.Where(meeting => ids.Contains(meeting.SeriesId)
                && !meeting.InvitesAll && !meeting.Invitations.Any(invitation => invitation.AgencyId == agency))
            .Select(meeting => new LeftOut(meeting.SeriesId!.Value, meeting.OccurrenceOn!.Value, meeting.ChangedAt)).ToListAsync(cancellationToken);
        var changes = series.Select(one => one.ChangedAt).Concat(meetings.Select(meeting => meeting.ChangedAt)).Concat(others.Select(other => other.ChangedAt)).ToList();
        return (MeetingCalendar.Write(series, meetings, others), changes.Count == 0 ? null : changes.Max());
    }

    private static bool IsKnown(HttpContext http, string tag) =>
        EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch.OfType<string>().ToArray(), out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));
}
