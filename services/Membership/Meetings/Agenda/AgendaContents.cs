using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;

namespace Membership.Meetings.Agenda;

/// <summary>What an item says, or what is wrong with it.</summary>
internal readonly record struct CheckedContent(AgendaContent? Content, ProblemHttpResult? Invalid);

internal static class AgendaContents
{
    /// <summary>The sponsor is seated here now, and only a training has a course.</summary>
    public static async Task<CheckedContent> CheckContentAsync(
        this MembershipDb db, Guid taskForceId, NewAgendaItem request, CancellationToken cancellationToken)
    {
        if (request.Kind == AgendaItemKind.Training == request.CourseTitle is null)
            return new(null, Problems.Invalid("courseTitle", "A training needs its course's title, and nothing else has one."));
        var (agency, seat, invalid) = await db.CheckHolderAsync(
            taskForceId, request.SponsorAgencyId, request.SponsorSeatId, "sponsorAgencyId", "sponsorSeatId", cancellationToken);
        return invalid is not null
            ? new(null, invalid)
            : new(new(request.Title.Trim(), request.Kind!.Value, request.Minutes, agency, seat, request.CourseTitle?.Trim()), null);
    }

    /// <summary>An agency that is a member, a seat that is taken there, or both; the agency is the seat's where only that is given.</summary>
    public static async Task<(Guid? AgencyId, Guid? SeatId, ProblemHttpResult? Invalid)> CheckHolderAsync(
        this MembershipDb db, Guid taskForceId, Guid? agencyId, Guid? seatId, string agencyField, string seatField, CancellationToken cancellationToken)
    {
        if (seatId is not null)
        {
            var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(
                seat => seat.Id == seatId && seat.TaskForceId == taskForceId && seat.EndedAt == null, cancellationToken);
            if (seat is null || (agencyId is not null && seat.AgencyId != agencyId))
                return (null, null, Problems.Invalid(seatField, "Must be a seat that is taken in this task force, of the agency if one is given."));
            return (seat.AgencyId, seat.Id, null);
        }

        return agencyId is not null && await db.CheckInvitedAsync(taskForceId, [agencyId.Value], cancellationToken) is not null
            ? (null, null, Problems.Invalid(agencyField, "Must be a member agency of this task force."))
            : (agencyId, null, null);
    }
}
