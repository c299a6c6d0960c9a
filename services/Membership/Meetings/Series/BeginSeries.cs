using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Series;

/// <summary>Meetings that come back. Give <c>until</c> or <c>count</c>.</summary>
/// <param name="FirstOn">From this day on: the first meeting is on the first day that fits.</param>
/// <param name="Interval">Every how many weeks or months; each where not given.</param>
/// <param name="Weekday">For a weekly series, and with <c>week</c> for a monthly one.</param>
/// <param name="Week">For a monthly series on a weekday: which of the month.</param>
/// <param name="DayOfMonth">For a monthly series on a day: months that lack it are left out.</param>
/// <param name="Count">How many times, skipped days counted.</param>
/// <param name="Skip">Days of the rule without a meeting, such as holidays.</param>
public sealed record NewSeries(
    [property: Required, PlainText, StringLength(Meeting.TitleLength)] string Title,
    [property: Required, RegularExpression(LocalTime.TimeZoneForm)] string TimeZone,
    [property: Required] DateOnly? FirstOn,
    [property: Required] TimeOnly? StartsAt,
    [property: Required, Range(5, 1440)] int? DurationMinutes,
    [property: Required] RecurrenceFrequency? Frequency,
    [property: Range(1, 12)] int? Interval = null,
    DayOfWeek? Weekday = null,
    WeekOfMonth? Week = null,
    [property: Range(1, 31)] int? DayOfMonth = null,
    DateOnly? Until = null,
    [property: Range(1, MeetingSeries.MostOccurrences)] int? Count = null,
    [property: MaxLength(50)] IReadOnlyList<DateOnly>? Skip = null,
    [property: PlainText, StringLength(Meeting.PlaceLength)] string? Place = null,
    Guid? CommitteeId = null,
    [property: MinLength(1), MaxLength(200)] IReadOnlyList<Guid>? Invited = null);

internal static class BeginSeries
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/meeting-series", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .WithSummary("Begins a series of meetings, weekly or monthly, and plans each of them.");

    private static async Task<Results<Created<SeriesView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewSeries request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Meetings are planned by the task force's own coordinator.");
        if (PlanMeeting.TimeFault(request.FirstOn!.Value, request.StartsAt!.Value, request.TimeZone, "firstOn") is { } fault) return fault;
        if (await db.CheckInvitedAsync(id, request.Invited, cancellationToken) is { } invalid) return invalid;
        if (await db.CheckCommitteeAsync(id, request.CommitteeId, cancellationToken) is { } unknown) return unknown;

        var rule = new Recurrence(request.Frequency!.Value, request.Interval ?? 1, request.Weekday, request.Week, request.DayOfMonth);
        if (rule.Fault() is var (field, message)) return Problems.Invalid(field, message);
        if (request.Until is null == request.Count is null) return Problems.Invalid("until", "Give until or count: one of the two.");
        var days = rule.From(request.FirstOn.Value).TakeWhile(day => request.Until is null || day <= request.Until)
            .Take(request.Count ?? MeetingSeries.MostOccurrences + 1).ToList();
        if (days.Count == 0) return Problems.Invalid("until", "No day fits until then.");
        if (days.Count > MeetingSeries.MostOccurrences)
            return Problems.Invalid("until", $"A series has at most {MeetingSeries.MostOccurrences} meetings: begin another when it ends.");
        IReadOnlyList<DateOnly> skipped = request.Skip ?? [];
        if (skipped.Except(days).Any()) return Problems.Invalid("skip", "Each must be a day that the rule gives.");
        if (days.Except(skipped).FirstOrDefault() == default) return Problems.Invalid("skip", "No meeting is left.");

        var now = time.GetUtcNow();
        var series = MeetingSeries.Begin(taskForce, request.CommitteeId, request.TimeZone, rule, days, request.Count, skipped, now);
        series.Set(request.Title.Trim(), request.StartsAt.Value, request.DurationMinutes!.Value, request.Place?.Trim(), request.Invited, now);
        db.MeetingSeries.Add(series);
        db.Meetings.AddRange(days.Except(skipped).Select(day => Meeting.Of(series, day, now)));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(series);
        return TypedResults.Created($"/task-forces/{id}/meeting-series/{series.Id}", SeriesView.Of(series));
    }
}
