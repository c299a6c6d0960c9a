using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Protocols;

internal static class DraftVersion
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/protocols/{protocolId:guid}/versions", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .WithSummary("Begins the next version as a draft, from the text and steps that are in force.");

    private static async Task<Results<Created<ProtocolVersionView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid protocolId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var protocol = await db.Protocols.SingleOrDefaultAsync(
            protocol => protocol.Id == protocolId && protocol.TaskForceId == id, cancellationToken);
        if (protocol is null) return Problems.NotFound();
        if (protocol.DraftVersion is not null) return DraftExists();

        // After a retirement from what was written last, so that nothing need be written twice.
        var from = await db.FindAdoptedAsync(protocol, cancellationToken)
            ?? await db.ProtocolVersions.Whole().Where(version => version.ProtocolId == protocolId)
                .OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);
        var draft = protocol.Draft(from!.Text, from, time.Day());
        db.ProtocolVersions.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return DraftExists();
        }

        http.SetETag(draft);
        return TypedResults.Created($"/task-forces/{id}/protocols/{protocolId}/versions/{draft.Number}", ProtocolVersionView.Of(draft));
    }

    private static ProblemHttpResult DraftExists() =>
        Problems.Conflict("draft-exists", "There is a draft already: edit it, adopt it or discard it first.");
}
