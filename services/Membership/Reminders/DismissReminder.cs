using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Reminders;

internal static class DismissReminder
{
    /// <summary>Whom reminders are for: agencies, and whoever runs the task force. The core group as such has none.</summary>
    private static readonly string[] Reminded = [.. TaskForceRoles.Participants.Except([Roles.CoreGroup])];

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/reminders/{reminderId:guid}/dismissal", HandleAsync)
        .RequireRoles(Reminded)
        .WithSummary("Puts a reminder aside. What it is about stays due.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Guid reminderId, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var reminder = await db.Reminders.VisibleTo(caller, taskForce).SingleOrDefaultAsync(reminder => reminder.Id == reminderId, cancellationToken);
        if (reminder is null) return Problems.NotFound();

        reminder.Dismiss(time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two put it aside at once: it is aside.
        }

        return TypedResults.NoContent();
    }
}
