using Contracts;
using Membership.Decisions;
using Membership.Protocols.Readiness;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols;

internal static class RetireVersion
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/task-forces/{id:guid}/protocols/{protocolId:guid}/versions/{number:int}/retirement", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Retires the version in force by a carried decision, with nothing in its place.");

    private static async Task<Results<Ok<ProtocolVersionView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid protocolId, int number, ProtocolDecision request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindVersionAsync(taskForce, protocolId, number, cancellationToken) is not { } version) return Problems.NotFound();
        if (IfMatch.Check(http, version) is { } stale) return stale;
        if (version.State != ProtocolState.Adopted) return Problems.StateConflict(version.State);

        var (decision, refused) = await db.CarriedAsync(taskForce, request.DecisionId!.Value, DecisionAbout.Protocol, version.Id, cancellationToken);
        if (decision is null) return refused!;

        var today = time.Day();
        version.Protocol.Retire(version, today);
        decision.UseFor(version.Id);
        foreach (var asked in await db.ProtocolAcknowledgements.Where(asked => asked.VersionId == version.Id).ToListAsync(cancellationToken)) asked.Release();
        await Gaps.CloseAllAsync(db, protocolId, today, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.Conflict("changed-meanwhile", "The protocol, its readiness or the decision changed at the same moment. Look again.");
        }

        http.SetETag(version);
        return TypedResults.Ok(ProtocolVersionView.Of(version));
    }
}
