using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

internal static class ReadJointEvents
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/joint-events", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists joint events: what is published, and the drafts in which the caller's agency has a part.");
        api.MapGet("/task-forces/{id:guid}/joint-events/{eventId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one joint event, with what a draft still needs.");
    }

    private static async Task<Results<Ok<IReadOnlyList<JointEventView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, NeedsOfJointEvents needs, CancellationToken cancellationToken,
        JointEventState? state = null, Guid? organizerAgencyId = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var events = db.JointEventsFor(taskForce, caller);
        if (state is not null) events = events.Where(jointEvent => jointEvent.State == state);
        if (organizerAgencyId is not null) events = events.Where(jointEvent => jointEvent.OrganizerAgencyId == organizerAgencyId);
        if (from is not null) events = events.Where(jointEvent => jointEvent.On >= from);
        if (to is not null) events = events.Where(jointEvent => jointEvent.On <= to);
        var known = await needs.ReadAsync(id, cancellationToken);
        return await events.ToPageAsync(page, http, known.ViewOf, cancellationToken);
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid eventId, MembershipDb db, Caller caller, HttpContext http, NeedsOfJointEvents needs, CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (_, jointEvent)) return Problems.NotFound();

        http.SetETag(jointEvent);
        return TypedResults.Ok((await needs.ReadAsync(id, cancellationToken)).ViewOf(jointEvent));
    }
}
