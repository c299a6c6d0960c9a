using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Meetings.Attendances;
using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Decisions;

/// <summary>What was decided, and what each voter said.</summary>
/// <param name="SubjectId">What it is about, where that exists already: an application, a protocol's version.</param>
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
    Guid? MeetingId = null);

/// <summary>What one voter said.</summary>
/// <param name="VoterId">The agency; where the core group decides, the seat.</param>
public sealed record NewBallot([property: Required] Guid? VoterId, [property: Required] BallotChoice? Choice);

internal static class RecordDecision
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/decisions", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .WithSummary("Records a decision of the task force: by consensus, by vote or of the core group. Its result follows from the ballots.");

    private static async Task<Results<Created<DecisionView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewDecision request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (request.DecidedOn > time.Day()) return Problems.Invalid("decidedOn", "That day is still to come.");

        var method = request.Method!.Value;
        var entitled = await EntitledAsync(db, id, method, cancellationToken);
        if (entitled.Count == 0)
            return Problems.Conflict("nobody-entitled", "Nobody is entitled to decide in this way: seat a core group, or let the members vote.");
        if (request.Ballots.DistinctBy(ballot => ballot.VoterId).Count() < request.Ballots.Count)
            return Problems.Invalid("ballots", "Each voter has one ballot.");
        if (request.Ballots.Any(ballot => !entitled.Contains(ballot.VoterId!.Value)))
        {
            return Problems.Invalid("ballots", method == DecisionMethod.CoreGroup
                ? "Each voter must be a seat of the core group." : "Each voter must be a member agency that may vote.");
        }

        // What a meeting decided was decided by those who were there.
        if (request.MeetingId is { } meetingId)
        {
            if (await db.FindAttendedAsync(id, meetingId, cancellationToken) is not { } attended)
                return Problems.Invalid("meetingId", "Must be a meeting of this task force that was held.");
            if (request.Ballots.Any(ballot => !attended.Has(method, ballot.VoterId!.Value)))
                return Problems.Invalid("ballots", "Each voter must have been at the meeting.");
        }

        var ballots = request.Ballots.Select(ballot => new Ballot { VoterId = ballot.VoterId!.Value, Choice = ballot.Choice!.Value }).ToList();
        var decision = Decision.Record(
            taskForce, request.About!.Value, request.SubjectId, request.Question.Trim(), method, request.DecidedOn!.Value, request.MeetingId,
            entitled.Count, ballots);
        db.Decisions.Add(decision);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(decision);
        return TypedResults.Created($"/task-forces/{id}/decisions/{decision.Id}", DecisionView.Of(decision));
    }

    private static async Task<HashSet<Guid>> EntitledAsync(
        MembershipDb db, Guid taskForceId, DecisionMethod method, CancellationToken cancellationToken) =>
        method == DecisionMethod.CoreGroup
            ? await db.Seats.Where(seat => seat.TaskForceId == taskForceId && seat.EndedAt == null && seat.InCoreGroup)
                .Select(seat => seat.Id).ToHashSetAsync(cancellationToken)
            : await db.Members.Where(member => member.TaskForceId == taskForceId).Where(Member.MayVote)
                .Select(member => member.AgencyId).ToHashSetAsync(cancellationToken);
}
