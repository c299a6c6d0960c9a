using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Commitments;

/// <summary>Why what an agency says is not counted.</summary>
public sealed record FulfilmentRefusal([property: Required, PlainText(Lines = true), StringLength(Fulfilment.NoteLength)] string Reason);

internal static class AnswerFulfilment
{
    private const string Path = "/task-forces/{id:guid}/commitments/{commitmentId:guid}/fulfilments/{fulfilmentId:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost($"{Path}/confirmation", ConfirmAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Confirms what an agency says it did: it counts from now on.");
        api.MapPost($"{Path}/refusal", RefuseAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Refuses what an agency says it did, with a reason.");
    }

    private static Task<Results<Ok<FulfilmentView>, ProblemHttpResult>> ConfirmAsync(
        Guid id, Guid commitmentId, Guid fulfilmentId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) => AnswerAsync(
            id, commitmentId, fulfilmentId, db, caller, http,
            (fulfilment, tally, commitment) =>
            {
                fulfilment.Confirm(time.Day());
                tally.Count(commitment);
            },
            cancellationToken);

    private static Task<Results<Ok<FulfilmentView>, ProblemHttpResult>> RefuseAsync(
        Guid id, Guid commitmentId, Guid fulfilmentId, FulfilmentRefusal request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) => AnswerAsync(
            id, commitmentId, fulfilmentId, db, caller, http, (fulfilment, _, _) => fulfilment.Refuse(request.Reason.Trim(), time.Day()), cancellationToken);

    private static async Task<Results<Ok<FulfilmentView>, ProblemHttpResult>> AnswerAsync(
        Guid id, Guid commitmentId, Guid fulfilmentId, MembershipDb db, Caller caller, HttpContext http,
        Action<Fulfilment, CommitmentTally, Commitment> answer, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var fulfilment = await db.Fulfilments.SingleOrDefaultAsync(
            one => one.Id == fulfilmentId && one.CommitmentId == commitmentId && one.TaskForceId == id, cancellationToken);
        if (fulfilment is null) return Problems.NotFound();
        if (IfMatch.Check(http, fulfilment) is { } refused) return refused;
        if (fulfilment.State != FulfilmentState.Claimed) return Problems.StateConflict(fulfilment.State);

        var tally = (await db.CommitmentTallies.FindAsync([fulfilment.TallyId], cancellationToken))!;
        tally.Unclaim();
        answer(fulfilment, tally, (await db.Commitments.FindAsync([commitmentId], cancellationToken))!);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException exception) when (exception.Entries.All(entry => entry.Entity is CommitmentTally))
        {
            return Problems.Conflict("tally-changed", "Something else was counted for this agency at the same moment. Send it again.");
        }

        http.SetETag(fulfilment);
        return TypedResults.Ok(FulfilmentView.Of(fulfilment));
    }
}
