using Membership.Meetings;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Calendar;

/// <summary>A calendar address to be made.</summary>
/// <param name="SeatId">For the meetings of whoever has this seat; for those to which all members are invited where not given.</param>
public sealed record NewCalendarAddress(Guid? SeatId = null);

/// <summary>A calendar address, told once.</summary>
/// <param name="Address">For a calendar program. Whoever has it can read the calendar: it is not shown again, and can be revoked.</param>
public sealed record GivenCalendarAddress(Guid Id, Guid? SeatId, string Address);

internal static class GiveAddress
{
    private const int MostAtOnce = 10;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/calendar-addresses", HandleAsync)
        .RequireRoles(MeetingRoles.OfAgencyOrRuns)
        .AnswersSecret()
        .WithSummary("Makes a calendar address, for a seat or for the task force. It is told once.");

    private static async Task<Results<Created<GivenCalendarAddress>, ProblemHttpResult>> HandleAsync(
        Guid id, NewCalendarAddress request, MembershipDb db, Caller caller, HttpContext http, IConfiguration configuration, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (request.SeatId is { } seatId)
        {
            var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(
                seat => seat.Id == seatId && seat.TaskForceId == id && seat.EndedAt == null, cancellationToken);
            if (seat is null) return Problems.Invalid("seatId", "Must be a seat that is taken in this task force.");
            if (!caller.MayHold(taskForce, seat)) return Problems.Forbidden("A seat's calendar is for whoever sits there, its agency's administrator and the coordinator.");
        }
        else if (!caller.MayRun(taskForce))
        {
            return Problems.Invalid("seatId", "Name your seat. The task force's calendar is given out by its coordinator.");
        }

        if (await db.CalendarAddresses.CountAsync(
                address => address.TaskForceId == id && address.SeatId == request.SeatId && address.RevokedOn == null, cancellationToken) >= MostAtOnce)
        {
            return Problems.Conflict("too-many-addresses", $"There are {MostAtOnce} addresses already: revoke those that are not used.");
        }

        var (made, token) = CalendarAddress.Make(id, request.SeatId, time.Day());
        db.CalendarAddresses.Add(made);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(made);
        var platform = (configuration["Platform:PublicUrl"] ?? "http://localhost:8080").TrimEnd('/');
        return TypedResults.Created(
            $"/task-forces/{id}/calendar-addresses/{made.Id}",
            new GivenCalendarAddress(made.Id, made.SeatId, $"{platform}/api/membership/calendars/{token}.ics"));
    }
}

internal static class CalendarAccess
{
    /// <summary>Whoever sits there, its agency's administrator, and whoever runs the task force.</summary>
    public static bool MayHold(this Caller caller, TaskForce taskForce, Seat seat) => caller.SeatId == seat.Id || caller.MaySeat(taskForce, seat.AgencyId);

    /// <summary>The addresses that the caller may know of.</summary>
    public static IQueryable<CalendarAddress> AddressesFor(this MembershipDb db, TaskForce taskForce, Caller caller)
    {
        var addresses = db.CalendarAddresses.Where(address => address.TaskForceId == taskForce.Id);
        // A leaked address is revoked by whoever of the agency hears of it first.
        return caller.MayRun(taskForce)
            ? addresses
            : addresses.Where(address => db.Seats.Any(seat => seat.Id == address.SeatId && seat.AgencyId == caller.AgencyId));
    }
}
