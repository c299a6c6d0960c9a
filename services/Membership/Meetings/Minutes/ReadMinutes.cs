using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Minutes;

/// <summary>A version of a meeting's minutes.</summary>
/// <param name="Number">Raised by each draft and each correction.</param>
/// <param name="Note">What a correction corrects, and why.</param>
public sealed record MinutesView(int Number, MinutesKind Kind, string Text, string? Note, DateOnly WrittenOn)
{
    internal static MinutesView Of(MinutesText minutes) => new(minutes.Number, minutes.Kind, minutes.Text, minutes.Note, minutes.WrittenOn);
}

internal static class ReadMinutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/meetings/{meetingId:guid}/minutes", LatestAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads the latest text of the minutes.");
        api.MapGet("/task-forces/{id:guid}/meetings/{meetingId:guid}/minutes/versions", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists every text of the minutes: drafts, and corrections of what was approved.");
    }

    private static async Task<Results<Ok<MinutesView>, ProblemHttpResult>> LatestAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (_, meeting)) return Problems.NotFound();
        if (await db.MinutesTexts.AsNoTracking()
                .SingleOrDefaultAsync(text => text.MeetingId == meetingId && text.Number == meeting.MinutesNumber, cancellationToken) is not { } minutes)
        {
            return Problems.NotFound();
        }

        http.SetETag(meeting);
        return TypedResults.Ok(MinutesView.Of(minutes));
    }

    private static async Task<Results<Ok<IReadOnlyList<MinutesView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        MinutesKind? kind = null)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is null) return Problems.NotFound();

        var texts = db.MinutesTexts.Where(text => text.MeetingId == meetingId);
        if (kind is not null) texts = texts.Where(text => text.Kind == kind);
        return await texts.ToPageAsync(page, http, MinutesView.Of, cancellationToken);
    }
}
