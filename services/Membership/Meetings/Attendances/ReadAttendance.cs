using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Attendances;

/// <summary>Somebody came, for an agency. Who it was is told by the seat, to those who work with it.</summary>
/// <param name="AsAlternate">In a representative's place.</param>
public sealed record AttendanceView(Guid AgencyId, Guid SeatId, bool AsAlternate)
{
    internal static AttendanceView Of(Attendance attendance) => new(attendance.AgencyId, attendance.SeatId, attendance.AsAlternate);
}

internal static class ReadAttendance
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/meetings/{meetingId:guid}/attendance", ListAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lists who came to the meeting.");

    private static async Task<Results<Ok<IReadOnlyList<AttendanceView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? agencyId = null)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (_, meeting)) return Problems.NotFound();

        var attendances = db.Attendances.Where(attendance => attendance.MeetingId == meetingId);
        if (agencyId is not null) attendances = attendances.Where(attendance => attendance.AgencyId == agencyId);
        http.SetETag(meeting);
        return await attendances.ToPageAsync(page, http, AttendanceView.Of, cancellationToken);
    }
}
