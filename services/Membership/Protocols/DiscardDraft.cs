using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols;

internal static class DiscardDraft
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/task-forces/{id:guid}/protocols/{protocolId:guid}/versions/{number:int}", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Discards a draft with its text and steps; the version in force stays as it is.")
        .WithDescription("Its number is not given again. A protocol that has no version left goes with its only draft.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindVersionAsync(taskForce, protocolId, number, cancellationToken) is not { } draft) return Problems.NotFound();
        if (IfMatch.Check(http, draft) is { } stale) return stale;
        if (draft.State != ProtocolState.Draft) return Problems.StateConflict(draft.State);

        db.ProtocolVersions.Remove(draft);
        if (await db.ProtocolVersions.AnyAsync(version => version.ProtocolId == protocolId && version.Id != draft.Id, cancellationToken)) draft.Protocol.Discard();
        else db.Protocols.Remove(draft.Protocol);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
