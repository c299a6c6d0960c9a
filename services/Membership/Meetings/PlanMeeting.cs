using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings;

/// <summary>A meeting by itself.</summary>
/// <param name="On">The day, in the zone.</param>
/// <param name="StartsAt">The hour on the zone's own clocks, in whole minutes.</param>
/// <param name="TimeZone">An IANA name, such as America/Los_Angeles.</param>
/// <param name="Place">A room or a link, shown to those who are invited. Nothing about a case or a person served.</param>
/// <param name="CommitteeId">The committee or work group that meets; the task force where not given.</param>
/// <param name="Invited">The member agencies that are invited; all, also those that join later, where not given.</param>
public sealed record NewMeeting(
    [property: Required, PlainText, StringLength(Meeting.TitleLength)] string Title,
    [property: Required] DateOnly? On,
    [property: Required] TimeOnly? StartsAt,
    [property: Required, Range(5, 1440)] int? DurationMinutes,
    [property: Required, RegularExpression(LocalTime.TimeZoneForm)] string TimeZone,
    [property: PlainText, StringLength(Meeting.PlaceLength)] string? Place = null,
    Guid? CommitteeId = null,
    [property: MinLength(1), MaxLength(200)] IReadOnlyList<Guid>? Invited = null);

internal static class PlanMeeting
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/meetings", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .WithSummary("Plans a meeting by itself; one that took place already may be entered, too.");

    private static async Task<Results<Created<MeetingView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewMeeting request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Meetings are planned by the task force's own coordinator.");
        if (TimeFault(request.On!.Value, request.StartsAt!.Value, request.TimeZone) is { } fault) return fault;
        if (await db.CheckInvitedAsync(id, request.Invited, cancellationToken) is { } invalid) return invalid;
        if (await db.CheckCommitteeAsync(id, request.CommitteeId, cancellationToken) is { } unknown) return unknown;

        var meeting = Meeting.Plan(
            taskForce.Hub, id, request.CommitteeId, request.Title.Trim(),
            new(request.On.Value, request.StartsAt.Value, request.DurationMinutes!.Value, request.TimeZone), request.Place?.Trim(), request.Invited,
            time.GetUtcNow());
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(meeting);
        return TypedResults.Created($"/task-forces/{id}/meetings/{meeting.Id}", MeetingView.Of(meeting));
    }

    /// <summary>What is wrong with a local time; null where nothing is.</summary>
    internal static ProblemHttpResult? TimeFault(DateOnly on, TimeOnly startsAt, string timeZone, string day = "on")
    {
        if (on.Year is < 1990 or > 2100) return Problems.Invalid(day, "Give a day from 1990 to 2100.");
        if (startsAt.Ticks % TimeSpan.TicksPerMinute != 0) return Problems.Invalid("startsAt", "Give whole minutes.");
        return LocalTime.IsTimeZone(timeZone) ? null : Problems.Invalid("timeZone", "There is no such time zone. Give an IANA name.");
    }
}
