using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings;

/// <summary>A meeting is there for those who are invited to it, for its core group and for whoever runs the task force.</summary>
internal static class MeetingAccess
{
    /// <summary>Sees every meeting and every draft.</summary>
    public static bool OverseesMeetings(this Caller caller, TaskForce taskForce) => caller.MayRun(taskForce) || caller.IsInCoreGroup(taskForce);

    public static IQueryable<Meeting> MeetingsFor(this MembershipDb db, TaskForce taskForce, Caller caller)
    {
        var meetings = db.Meetings.Include(meeting => meeting.Invitations).Where(meeting => meeting.TaskForceId == taskForce.Id);
        return caller.OverseesMeetings(taskForce)
            ? meetings
            : meetings.Where(meeting => meeting.InvitesAll || meeting.Invitations.Any(invitation => invitation.AgencyId == caller.AgencyId));
    }

    /// <summary>To be changed; nothing for whoever may not know of it.</summary>
    public static async Task<FoundMeeting?> FindMeetingAsync(
        this MembershipDb db, Guid taskForceId, Guid meetingId, Caller caller, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(taskForceId, caller, cancellationToken) is not { } taskForce) return null;
        var meeting = await db.MeetingsFor(taskForce, caller).SingleOrDefaultAsync(meeting => meeting.Id == meetingId, cancellationToken);
        return meeting is null ? null : new(taskForce, meeting);
    }

    /// <summary>Those of these agencies that are no members; for the sentence that names the field.</summary>
    public static async Task<ProblemHttpResult?> CheckInvitedAsync(
        this MembershipDb db, Guid taskForceId, IReadOnlyList<Guid>? invited, CancellationToken cancellationToken)
    {
        if (invited is null) return null;
        var wanted = invited.Distinct().ToList();
        var members = await db.Members.Where(Member.TakesPart)
            .CountAsync(member => member.TaskForceId == taskForceId && wanted.Contains(member.AgencyId), cancellationToken);
        return members == wanted.Count ? null : Problems.Invalid("invited", "Each must be a member agency of this task force.");
    }

    /// <summary>Null where it is the task force that meets, or a committee that still is.</summary>
    public static async Task<ProblemHttpResult?> CheckCommitteeAsync(
        this MembershipDb db, Guid taskForceId, Guid? committeeId, CancellationToken cancellationToken) =>
        committeeId is null || await db.Committees.AnyAsync(
            committee => committee.Id == committeeId && committee.TaskForceId == taskForceId && committee.EndedOn == null, cancellationToken)
            ? null
            : Problems.Invalid("committeeId", "Must be a committee or work group of this task force that has not ended.");

    /// <summary>409: the state, and what it allows.</summary>
    public static ProblemHttpResult StateConflict(this Meeting meeting) => Problems.StateConflict(meeting.State, meeting.State switch
    {
        MeetingState.Draft => ["change", "invitations", "agenda", "agenda/order", "agenda/opening", "holding", "cancellation"],
        MeetingState.AgendaOpen => ["change", "invitations", "agenda", "agenda/order", "agenda/comments", "agenda/settlement", "cancellation"],
        MeetingState.AgendaSettled => ["change", "invitations", "holding", "cancellation"],
        MeetingState.Held => ["attendance", "minutes"],
        MeetingState.MinutesDrafted => ["attendance", "minutes", "minutes/comments", "minutes/approval"],
        MeetingState.MinutesApproved => ["minutes/corrections"],
        _ => [],
    });

    /// <summary>409: somebody else was at it at the same moment.</summary>
    public static ProblemHttpResult Overtaken() =>
        Problems.Conflict("meeting-changed", "Somebody changed this at the same moment. Read it again, then send your change again.");
}

/// <summary>A meeting, and the task force that it is of.</summary>
internal sealed record FoundMeeting(TaskForce TaskForce, Meeting Meeting);
