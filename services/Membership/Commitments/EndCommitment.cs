using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Commitments;

/// <summary>The last day of a commitment. A period that it cuts short, nobody owes.</summary>
public sealed record CommitmentEnding([property: Required] DateOnly? EndsOn);

internal static class EndCommitment
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/commitments/{commitmentId:guid}/end", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Ends a commitment on a day that is not over; what was kept and not kept until then stays.");

    private static async Task<Results<Ok<CommitmentView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid commitmentId, CommitmentEnding request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.Commitments.SingleOrDefaultAsync(one => one.Id == commitmentId && one.TaskForceId == id, cancellationToken) is not { } commitment)
            return Problems.NotFound();
        if (IfMatch.Check(http, commitment) is { } refused) return refused;
        if (commitment.EndsOn < time.Day()) return Problems.Conflict("ended", "It has ended already.");
        if (request.EndsOn < time.Day() || request.EndsOn < commitment.StartsOn)
            return Problems.Invalid("endsOn", "Must be today or later, and on or after the first day.");

        commitment.End(request.EndsOn!.Value);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(commitment);
        return TypedResults.Ok(CommitmentView.Of(commitment));
    }
}
