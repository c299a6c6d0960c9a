using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Seats;

/// <summary>A person who takes a seat. The name, title and e-mail stay in this service.</summary>
/// <param name="Email">The e-mail address at work.</param>
/// <param name="TermEndsOn">The last day of the term, where there is one.</param>
/// <param name="AlternateForSeatId">The representative's seat for which this person stands in.</param>
/// <param name="InCoreGroup">Of those few who steer the task force. Only who runs it says so.</param>
public sealed record NewSeat(
    [property: Required] Guid? AgencyId,
    [property: Required, PlainText, StringLength(200)] string PersonName,
    [property: Required] Involvement? Involvement,
    [property: PlainText, StringLength(200)] string? Title = null,
    [property: PlainText, EmailAddress, StringLength(200)] string? Email = null,
    DateOnly? TermEndsOn = null,
    Guid? AlternateForSeatId = null,
    bool InCoreGroup = false);

internal static class TakeSeat
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/seats", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .WithSummary("Seats a person for a member agency, as its representative or as an alternate.");

    private static async Task<Results<Created<SeatView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewSeat request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var agencyId = request.AgencyId!.Value;
        if (!caller.MaySeat(taskForce, agencyId))
            return Problems.Forbidden("Seats are for the task force's own coordinator and the agency's own administrator.");
        if (request.InCoreGroup && !caller.MayRun(taskForce))
            return Problems.Forbidden("Who is in the core group is for the task force's own coordinator.");

        var now = time.GetUtcNow();
        if (request.TermEndsOn < DateOnly.FromDateTime(now.UtcDateTime))
            return Problems.Invalid("termEndsOn", "The term would be over already.");

        var member = await db.FindMemberAsync(taskForce, agencyId, cancellationToken);
        if (member is not { State: MemberState.Active })
            return Problems.Conflict("not-a-member", "The agency is not a member of this task force.");

        var represented = member.Seats.FirstOrDefault(seat =>
            seat.Id == request.AlternateForSeatId && seat.State == SeatState.Active && seat.AlternateForSeatId is null);
        if (request.AlternateForSeatId is not null && represented is null)
            return Problems.Invalid("alternateForSeatId", "Must be the seat of a representative of the same agency.");

        var holder = new SeatHolder(request.PersonName.Trim(), request.Title?.Trim(), request.Email?.Trim());
        var seat = member.TakeSeat(holder, request.Involvement!.Value, request.InCoreGroup, request.TermEndsOn, represented, now);
        db.Seats.Add(seat);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.Conflict("membership-changed", "The agency's membership or seats changed at the same moment. Look, and send it again.");
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("alternate-exists", "This representative has an alternate already.");
        }

        http.SetETag(seat);
        return TypedResults.Created($"/task-forces/{id}/seats/{seat.Id}", SeatView.Of(seat, caller, now));
    }
}
