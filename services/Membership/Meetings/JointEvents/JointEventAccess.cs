using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

/// <summary>
/// A draft is there for its organizer, for those who have a part in it and for those who oversee the task force's
/// meetings; what is published, for all who take part in the task force.
/// </summary>
internal static class JointEventAccess
{
    public static IQueryable<JointEvent> JointEventsFor(this MembershipDb db, TaskForce taskForce, Caller caller)
    {
        var events = db.JointEvents.Include(jointEvent => jointEvent.Parts).Where(jointEvent => jointEvent.TaskForceId == taskForce.Id);
        return caller.OverseesMeetings(taskForce) ? events : events.Where(jointEvent =>
            jointEvent.State == JointEventState.Published || jointEvent.Parts.Any(part => part.AgencyId == caller.AgencyId));
    }

    /// <summary>To be changed; nothing for whoever may not know of it.</summary>
    public static async Task<FoundJointEvent?> FindJointEventAsync(
        this MembershipDb db, Guid taskForceId, Guid eventId, Caller caller, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(taskForceId, caller, cancellationToken) is not { } taskForce) return null;
        var found = await db.JointEventsFor(taskForce, caller).SingleOrDefaultAsync(jointEvent => jointEvent.Id == eventId, cancellationToken);
        return found is null ? null : new(taskForce, found);
    }

    /// <summary>Its organizer, and whoever runs the task force.</summary>
    public static bool MayOrganize(this Caller caller, TaskForce taskForce, JointEvent jointEvent) =>
        caller.MayRun(taskForce) || caller.IsOf(jointEvent.OrganizerAgencyId);

    public static ProblemHttpResult NotOrganizer() => Problems.Forbidden("That is for the event's organizer, and for whoever runs the task force.");

    /// <summary>409: the state, and what it allows.</summary>
    public static ProblemHttpResult StateConflict(this JointEvent jointEvent) => Problems.StateConflict(jointEvent.State, jointEvent.State switch
    {
        JointEventState.Draft => ["change", "invitations", "comment-period", "comments", "sponsors", "norms", "publication", "cancellation"],
        JointEventState.Published => ["cancellation"],
        _ => [],
    });

    public static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> SaveAsync(
        this MembershipDb db, JointEvent jointEvent, HttpContext http, NeedsOfJointEvents needs, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || ServiceDefaults.Storage.UniqueViolation.Is(exception))
        {
            return MeetingAccess.Overtaken();
        }

        http.SetETag(jointEvent);
        return TypedResults.Ok((await needs.ReadAsync(jointEvent.TaskForceId, cancellationToken)).ViewOf(jointEvent));
    }
}

/// <summary>A joint event, and the task force that it is of.</summary>
internal sealed record FoundJointEvent(TaskForce TaskForce, JointEvent Event);
