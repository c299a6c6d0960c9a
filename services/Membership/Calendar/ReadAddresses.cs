using Membership.Meetings;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Calendar;

/// <summary>A calendar address that was given out. What it is, nobody is told again.</summary>
/// <param name="SeatId">Whose it is; none for the task force's own.</param>
public sealed record CalendarAddressView(Guid Id, Guid? SeatId, DateOnly MadeOn, DateOnly? RevokedOn)
{
    internal static CalendarAddressView Of(CalendarAddress address) => new(address.Id, address.SeatId, address.MadeOn, address.RevokedOn);
}

internal static class ReadAddresses
{
    private const string One = "/task-forces/{id:guid}/calendar-addresses/{addressId:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/calendar-addresses", ListAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .WithSummary("Lists calendar addresses: those of the caller's agency's seats; all to whoever runs the task force.");
        api.MapGet(One, GetAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .WithSummary("Reads one calendar address, without what it is.");
        api.MapDelete(One, RevokeAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Revokes a calendar address: from now on nothing is there.");
    }

    private static async Task<Results<Ok<IReadOnlyList<CalendarAddressView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? seatId = null, bool? revoked = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var addresses = db.AddressesFor(taskForce, caller);
        if (seatId is not null) addresses = addresses.Where(address => address.SeatId == seatId);
        if (revoked is not null) addresses = addresses.Where(address => address.RevokedOn != null == revoked);
        return await addresses.ToPageAsync(page, http, CalendarAddressView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<CalendarAddressView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid addressId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, id, addressId, caller, cancellationToken) is not { } address) return Problems.NotFound();

        http.SetETag(address);
        return TypedResults.Ok(CalendarAddressView.Of(address));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, Guid addressId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, id, addressId, caller, cancellationToken) is not { } address) return Problems.NotFound();
        if (IfMatch.Check(http, address) is { } refused) return refused;
        if (!address.Revoke(time.Day())) return Problems.Conflict("address-revoked", "The address has been revoked already.");

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Only a revocation changes an address: it is revoked.
        }

        return TypedResults.NoContent();
    }

    private static async Task<CalendarAddress?> FindAsync(MembershipDb db, Guid id, Guid addressId, Caller caller, CancellationToken cancellationToken) =>
        await db.FindForParticipantAsync(id, caller, cancellationToken) is { } taskForce
            ? await db.AddressesFor(taskForce, caller).SingleOrDefaultAsync(address => address.Id == addressId, cancellationToken)
            : null;
}
