using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Meetings;
using Membership.Meetings.Attendances;
using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Decisions;

/// <summary>What was decided, and what each voter said.</summary>
/// <param name="SubjectId">What it is about, where that exists already: an application, a protocol's version.</param>
/// <param name="SubjectRevision">Which text of it was decided about: a protocol version's edits, a meeting's minutesNumber. The present one where not given, if it was there on that day.</param>
/// <param name="CommitteeId">The committee or work group that decided for itself; the one whose meeting it was where not given.</param>
/// <param name="DecidedOn">Where a meeting is given, its day.</param>
/// <param name="Question">What was asked, in the task force's own words. Nothing about a case or a person served.</param>
/// <param name="MeetingId">The meeting where it was decided; none between meetings.</param>
/// <param name="Ballots">One for each voter that took part.</param>
public sealed record NewDecision(
    [property: Required] DecisionAbout? About,
    [property: Required, PlainText(Lines = true), StringLength(Decision.QuestionLength)] string Question,
    [property: Required] DecisionMethod? Method,
    [property: Required] DateOnly? DecidedOn,
    [property: Required, MinLength(1), MaxLength(Decision.MostBallots)] IReadOnlyList<NewBallot> Ballots,
    Guid? SubjectId = null,
    [property: Range(0, int.MaxValue)] int? SubjectRevision = null,
    Guid? MeetingId = null,
    Guid? CommitteeId = null);

/// <summary>What one voter said.</summary>
/// <param name="VoterId">The agency; where the core group decides, the seat.</param>
public sealed record NewBallot([property: Required] Guid? VoterId, [property: Required] BallotChoice? Choice);

internal static class RecordDecision
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/decisions", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .WithSummary("Records a decision of the task force: by consensus, by vote or of the core group. Its result follows from the ballots.")
        .WithDescription(
            "At a committee's meeting the committee decides for itself, by its own quorum, unless the core group does. What is adopted by a decision "
            + "is adopted as it read when it was decided about: edited afterwards, it needs another. A removal is decided once the member was heard, "
            + "and an application once it was vetted, not before.");

    private static async Task<Results<Created<DecisionView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewDecision request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (request.DecidedOn > time.Day()) return Problems.Invalid("decidedOn", "That day is still to come.");

        var method = request.Method!.Value;
        AttendedMeeting? attended = null;
        if (request.MeetingId is { } meetingId)
        {
            attended = await db.FindAttendedAsync(id, meetingId, cancellationToken);
            if (attended is null) return Problems.Invalid("meetingId", "Must be a meeting of this task force that was held.");
            if (request.DecidedOn != attended.HeldOn) return Problems.Invalid("decidedOn", "Must be the day of the meeting.");
        }

        var committeeId = request.CommitteeId ?? (method == DecisionMethod.CoreGroup ? null : attended?.CommitteeId);
        if (request.CommitteeId is not null)
        {
            if (method == DecisionMethod.CoreGroup) return Problems.Invalid("committeeId", "The core group decides for the task force.");
            if (attended is not null && attended.CommitteeId != committeeId) return Problems.Invalid("committeeId", "Must be the committee whose meeting it was.");
            if (await db.CheckCommitteeAsync(id, committeeId, cancellationToken) is { } unknown) return unknown;
        }

        var entitled = await Voters.EntitledAsync(db, id, committeeId, method, cancellationToken);
        if (entitled.Count == 0)
            return Problems.Conflict("nobody-entitled", "Nobody is entitled to decide in this way: seat a core group, or let the members vote.");
        if (request.Ballots.DistinctBy(ballot => ballot.VoterId).Count() < request.Ballots.Count)
            return Problems.Invalid("ballots", "Each voter has one ballot.");
        if (request.Ballots.Any(ballot => !entitled.Contains(ballot.VoterId!.Value)))
        {
            return Problems.Invalid("ballots", method == DecisionMethod.CoreGroup ? "Each voter must be a seat of the core group."
                : committeeId is null ? "Each voter must be a member agency that may vote." : "Each voter must be a member agency that may vote and is in the committee.");
        }

        // What a meeting decided was decided by those who were there.
        if (attended is not null && request.Ballots.Any(ballot => !attended.Has(method, ballot.VoterId!.Value)))
            return Problems.Invalid("ballots", "Each voter must have been at the meeting.");

        var text = await db.TextOfAsync(id, request.About!.Value, request.SubjectId, cancellationToken);
        if (request.SubjectRevision is not null && !(request.SubjectRevision <= text?.Revision))
            return Problems.Invalid("subjectRevision", "There is no such text of it.");
        var revision = request.SubjectRevision ?? (text?.Since <= request.DecidedOn ? text?.Revision : null);
        var ballots = request.Ballots.Select(ballot => new Ballot { VoterId = ballot.VoterId!.Value, Choice = ballot.Choice!.Value }).ToList();
        var decision = Decision.Record(
            taskForce, committeeId, new(request.About.Value, request.SubjectId, revision), request.Question.Trim(), method, request.DecidedOn!.Value, request.MeetingId,
            entitled.Count, ballots);
        if (await db.TooEarlyAsync(decision, time.Day(), cancellationToken) is { } early) return early;
        db.Decisions.Add(decision);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(decision);
        return TypedResults.Created($"/task-forces/{id}/decisions/{decision.Id}", DecisionView.Of(decision));
    }
}
