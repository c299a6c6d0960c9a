using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Reminders;

/// <summary>A gentle reminder.</summary>
/// <param name="AgencyId">Whom it reminds; none where it is the coordinator.</param>
/// <param name="SubjectId">What it is about: the agreement, commitment, card...</param>
/// <param name="Step">Which of several for the same date, such as 90, 60 or 30 days before it.</param>
/// <param name="Dismissed">Whoever it reminds has put it aside, or what it is about is settled.</param>
public sealed record ReminderView(
    Guid Id, Guid? AgencyId, Guid? SeatId, ReminderKind Kind, Guid SubjectId, int Step, DateOnly DueOn, DateOnly RaisedOn, bool Dismissed)
{
    internal static ReminderView Of(Reminder reminder) => new(
        reminder.Id, reminder.AgencyId, reminder.SeatId, reminder.Kind, reminder.SubjectId, reminder.Step, reminder.DueOn, reminder.RaisedOn,
        reminder.DismissedAt is not null);
}

internal static class ReadReminders
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/reminders", ListAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lists reminders: all of the task force's to whoever runs it, its own agency's to anybody else.");

    private static async Task<Results<Ok<IReadOnlyList<ReminderView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? agencyId = null, ReminderKind? kind = null, bool dismissed = false)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var reminders = db.Reminders.VisibleTo(caller, taskForce).Where(reminder => reminder.DismissedAt != null == dismissed);
        if (agencyId is not null) reminders = reminders.Where(reminder => reminder.AgencyId == agencyId);
        if (kind is not null) reminders = reminders.Where(reminder => reminder.Kind == kind);
        return await reminders.ToPageAsync(page, http, ReminderView.Of, cancellationToken);
    }

    internal static IQueryable<Reminder> VisibleTo(this IQueryable<Reminder> reminders, Caller caller, TaskForce taskForce)
    {
        var ofTaskForce = reminders.Where(reminder => reminder.TaskForceId == taskForce.Id);
        // A comparison with nobody's agency would find what is the coordinator's.
        return caller.MayRun(taskForce) ? ofTaskForce
            : ofTaskForce.Where(reminder => reminder.AgencyId != null && reminder.AgencyId == caller.AgencyId);
    }
}
