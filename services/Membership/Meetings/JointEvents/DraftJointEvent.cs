using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

/// <summary>An event that several agencies are to hold together.</summary>
/// <param name="On">The day on which it is to take place.</param>
/// <param name="Agenda">The draft: open to all who are invited from this moment on.</param>
/// <param name="Invited">The member agencies that are asked to shape it.</param>
/// <param name="CommentsUntil">Until when they may comment, 48 hours from now at the earliest. Nothing is published before.</param>
/// <param name="Focus">Those of the four Ps that it carries.</param>
/// <param name="OrganizerAgencyId">Whoever runs the task force names the organizer; else it is the caller's own agency.</param>
public sealed record NewJointEvent(
    [property: Required, PlainText, StringLength(JointEvent.TitleLength)] string Title,
    [property: Required] DateOnly? On,
    [property: Required, PlainText(Lines = true), StringLength(JointEvent.AgendaLength)] string Agenda,
    [property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<Guid> Invited,
    [property: Required] DateTimeOffset? CommentsUntil,
    [property: Required, MinLength(1), MaxLength(4)] IReadOnlyList<FourP> Focus,
    [property: PlainText, StringLength(JointEvent.PlaceLength)] string? Place = null,
    Guid? OrganizerAgencyId = null);

/// <summary>An event as it is to be now.</summary>
public sealed record ChangedJointEvent(
    [property: Required, PlainText, StringLength(JointEvent.TitleLength)] string Title,
    [property: Required] DateOnly? On,
    [property: Required, PlainText(Lines = true), StringLength(JointEvent.AgendaLength)] string Agenda,
    [property: Required, MinLength(1), MaxLength(4)] IReadOnlyList<FourP> Focus,
    [property: PlainText, StringLength(JointEvent.PlaceLength)] string? Place = null);

internal static class DraftJointEvent
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/joint-events", DraftAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .WithSummary("Begins a joint event: its agenda opens as a draft to all who are invited, who may comment.");
        api.MapPut("/task-forces/{id:guid}/joint-events/{eventId:guid}", ChangeAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Changes the draft: its organizer, or whoever runs the task force.")
            .WithDescription("Those invited may then comment for at least the shortest period, 48 hours by default, and every sponsor is asked to acknowledge it again.");
    }

    private static async Task<Results<Created<JointEventView>, ProblemHttpResult>> DraftAsync(
        Guid id, NewJointEvent request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, NeedsOfJointEvents needs, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var organizer = request.OrganizerAgencyId ?? caller.AgencyId;
        if (!caller.MayRun(taskForce) && (organizer is null || organizer != caller.AgencyId))
            return Problems.Forbidden("An agency organizes for itself.");
        if (organizer is null || await db.CheckInvitedAsync(id, [organizer.Value], cancellationToken) is not null)
            return Problems.Invalid("organizerAgencyId", "Must be a member agency of this task force.");
        if (await db.CheckInvitedAsync(id, request.Invited, cancellationToken) is { } invalid) return invalid;
        if (request.Invited.All(agency => agency == organizer)) return Problems.Invalid("invited", "Invite at least one other agency.");

        var now = time.GetUtcNow();
        var until = request.CommentsUntil!.Value.ToUniversalTime();
        if (until < now + needs.ShortestCommentPeriod)
            return Problems.Invalid("commentsUntil", $"Must leave those invited {Hours(needs.ShortestCommentPeriod)} to comment.");
        var plan = new JointEventPlan(request.Title.Trim(), request.On!.Value, request.Place?.Trim(), request.Agenda.Trim(), request.Focus);
        var jointEvent = JointEvent.Draft(taskForce, organizer.Value, plan, request.Invited, until, now);
        db.JointEvents.Add(jointEvent);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(jointEvent);
        return TypedResults.Created($"/task-forces/{id}/joint-events/{jointEvent.Id}", (await needs.ReadAsync(id, cancellationToken)).ViewOf(jointEvent));
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid eventId, ChangedJointEvent request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, NeedsOfJointEvents needs,
        CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.MayOrganize(taskForce, jointEvent)) return JointEventAccess.NotOrganizer();
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        return jointEvent.Change(new(request.Title.Trim(), request.On!.Value, request.Place?.Trim(), request.Agenda.Trim(), request.Focus), needs.ShortestCommentPeriod, time.GetUtcNow())
            ? await db.SaveAsync(jointEvent, http, needs, cancellationToken)
            : jointEvent.StateConflict();
    }

    private static string Hours(TimeSpan period) => $"{period.TotalHours.ToString("0.##", CultureInfo.InvariantCulture)} hours";
}
