using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Series;

/// <summary>A series as it is to be from now on. Its rule stays: for another, end the series and begin a new one.</summary>
/// <param name="Invited">The member agencies that are invited; all where not given.</param>
public sealed record ChangedSeries(
    [property: Required, PlainText, StringLength(Meeting.TitleLength)] string Title,
    [property: Required] TimeOnly? StartsAt,
    [property: Required, Range(5, 1440)] int? DurationMinutes,
    [property: PlainText, StringLength(Meeting.PlaceLength)] string? Place = null,
    [property: MinLength(1), MaxLength(200)] IReadOnlyList<Guid>? Invited = null);

/// <summary>When a series ends before its time.</summary>
/// <param name="LastOn">No meetings after this day.</param>
public sealed record SeriesEnding(
    [property: Required] DateOnly? LastOn,
    [property: Required, PlainText(Lines = true), StringLength(Meeting.ReasonLength)] string Reason);

internal static class ChangeSeries
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/task-forces/{id:guid}/meeting-series/{seriesId:guid}", ChangeAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Changes a series: its meetings to come follow, save those changed by themselves or with an open agenda.");
        api.MapPost("/task-forces/{id:guid}/meeting-series/{seriesId:guid}/end", EndAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Ends a series before its time: its meetings after the last day are cancelled.");
    }

    private static async Task<Results<Ok<SeriesView>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid seriesId, ChangedSeries request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindSeriesAsync(id, seriesId, caller, cancellationToken) is not var (taskForce, series)) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Meetings are planned by the task force's own coordinator.");
        if (IfMatch.Check(http, series) is { } refused) return refused;
        if (series.EndedOn is not null) return Problems.Conflict("series-ended", "The series has ended: begin another.");
        if (PlanMeeting.TimeFault(series.FirstOn, request.StartsAt!.Value, series.TimeZone) is { } fault) return fault;
        if (await db.CheckInvitedAsync(id, request.Invited, cancellationToken) is { } invalid) return invalid;

        var now = time.GetUtcNow();
        series.Set(request.Title.Trim(), request.StartsAt.Value, request.DurationMinutes!.Value, request.Place?.Trim(), request.Invited, now);
        foreach (var meeting in await MeetingsOfAsync(db, seriesId, cancellationToken)) meeting.Follow(series, now);
        return await SaveAsync(db, series, http, cancellationToken);
    }

    private static async Task<Results<Ok<SeriesView>, ProblemHttpResult>> EndAsync(
        Guid id, Guid seriesId, SeriesEnding request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindSeriesAsync(id, seriesId, caller, cancellationToken) is not var (taskForce, series)) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Meetings are planned by the task force's own coordinator.");
        if (IfMatch.Check(http, series) is { } refused) return refused;
        var lastOn = request.LastOn!.Value;
        if (lastOn < series.FirstOn) return Problems.Invalid("lastOn", "The series began after that: cancel its meetings instead.");
        var meetings = await MeetingsOfAsync(db, seriesId, cancellationToken);
        if (meetings.Any(meeting => meeting.WasHeld && meeting.OccurrenceOn > lastOn)) return Problems.Invalid("lastOn", "The series has met after that day.");
        if (!series.End(lastOn, time.Day(), time.GetUtcNow())) return Problems.Conflict("series-ended", "The series has ended already.");

        foreach (var meeting in meetings.Where(meeting => meeting.OccurrenceOn > lastOn)) meeting.Cancel(request.Reason.Trim(), time.GetUtcNow());
        return await SaveAsync(db, series, http, cancellationToken);
    }

    private static Task<List<Meeting>> MeetingsOfAsync(MembershipDb db, Guid seriesId, CancellationToken cancellationToken) =>
        db.Meetings.Include(meeting => meeting.Invitations).Where(meeting => meeting.SeriesId == seriesId).ToListAsync(cancellationToken);

    private static async Task<Results<Ok<SeriesView>, ProblemHttpResult>> SaveAsync(
        MembershipDb db, MeetingSeries series, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MeetingAccess.Overtaken();
        }

        http.SetETag(series);
        return TypedResults.Ok(SeriesView.Of(series));
    }
}
