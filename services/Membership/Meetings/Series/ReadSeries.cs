using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Series;

internal static class ReadSeries
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/meeting-series", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the series of meetings that the caller is invited to.");
        api.MapGet("/task-forces/{id:guid}/meeting-series/{seriesId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one series of meetings.");
    }

    /// <summary>To be changed; nothing for whoever may not know of it.</summary>
    public static async Task<FoundSeries?> FindSeriesAsync(
        this MembershipDb db, Guid taskForceId, Guid seriesId, Caller caller, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(taskForceId, caller, cancellationToken) is not { } taskForce) return null;
        var series = await SeriesFor(db, taskForce, caller).SingleOrDefaultAsync(series => series.Id == seriesId, cancellationToken);
        return series is null ? null : new(taskForce, series);
    }

    private static async Task<Results<Ok<IReadOnlyList<SeriesView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? committeeId = null, DateOnly? lastFrom = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var series = SeriesFor(db, taskForce, caller);
        if (committeeId is not null) series = series.Where(one => one.CommitteeId == committeeId);
        if (lastFrom is not null) series = series.Where(one => one.LastOn >= lastFrom);
        return await series.ToPageAsync(page, http, SeriesView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<SeriesView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid seriesId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindSeriesAsync(id, seriesId, caller, cancellationToken) is not var (_, series)) return Problems.NotFound();

        http.SetETag(series);
        return TypedResults.Ok(SeriesView.Of(series));
    }

    private static IQueryable<MeetingSeries> SeriesFor(MembershipDb db, TaskForce taskForce, Caller caller)
    {
        var series = db.MeetingSeries.Include(one => one.Invitations).Where(one => one.TaskForceId == taskForce.Id);
        return caller.OverseesMeetings(taskForce)
            ? series
            : series.Where(one => one.InvitesAll || one.Invitations.Any(invitation => invitation.AgencyId == caller.AgencyId));
    }
}

/// <summary>A series, and the task force that it is of.</summary>
internal sealed record FoundSeries(TaskForce TaskForce, MeetingSeries Series);
