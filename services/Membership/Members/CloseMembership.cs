using Membership.Handovers;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>Where a notice would reach nobody: the one way besides it in which a membership ends without the agency's word.</summary>
internal static class CloseMembership
{
    /// <summary>Where no terms say how long a notice runs.</summary>
    private const int DaysWithoutTerms = 30;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/closure", HandleAsync)
        .RequireRoles(Roles.HubAdmin)
        .RequireIfMatch()
        .WithSummary("Ends the membership of an agency that is no more, by the hub's office. If-Match is the member's.")
        .WithDescription(
            "Only where nobody has sat for it for as long as a notice would run (30 days where no terms say how long), and no notice is open. "
            + "Whoever is still there takes a seat or answers; against a wish a membership ends by notice and removal.");

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MemberReason request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        var (_, member, refused) = await db.FindMemberForChangeAsync(id, agencyId, caller, http, cancellationToken);
        if (refused is not null || member is null) return refused ?? Problems.NotFound();
        if (member.State == MemberState.Ended) return MemberForChange.StateConflict(member);
        if (member.ActiveSeats > 0)
            return Problems.Conflict("somebody-sits", "People sit for it. It leaves by its own administrator, or is given notice for a cause named in the terms.");
        if (await db.RemovalNotices.AnyAsync(notice => notice.MemberId == member.Id && notice.ClosedOn == null, cancellationToken))
            return Problems.Conflict("notice-given-already", "It has a notice: let that run its course, or take it back.");

        var now = time.GetUtcNow();
        var days = (await db.TermsInForceAsync(id, cancellationToken))?.NoticeDays ?? DaysWithoutTerms;
        if (member.QuietSince().Day().AddDays(days) is var from && now.Day() <= from)
            return Problems.Conflict("quiet-too-briefly", $"Somebody may yet take a seat for it. It may be closed after {from:yyyy-MM-dd}.");

        await db.EndMemberAsync(member, MemberEndReason.Gone, handingOver, new(now, ChangedBy.Of(caller)), cancellationToken);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Closed, request.Reason.Trim(), ChangedBy.Of(caller), now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("membership-changed", "The membership ended at the same moment. Look again.");
        }

        http.SetETag(member);
        return TypedResults.Ok(MemberView.Of(member));
    }

    /// <summary>Since when nobody sits for it.</summary>
    private static DateTimeOffset QuietSince(this Member member) =>
        member.Seats.Select(seat => seat.EndedAt).Append(member.JoinedAt).OfType<DateTimeOffset>().Max();
}
