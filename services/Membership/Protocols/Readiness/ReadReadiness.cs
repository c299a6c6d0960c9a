using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols.Readiness;

internal static class ReadReadiness
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/readiness", AssessAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("How ready those are whom the protocols in force name: one protocol after the other, as things stand now.")
            .WithDescription("agencyId finds the protocols that name the agency.");
        api.MapGet("/task-forces/{id:guid}/readiness/gaps", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists what keeps those from being ready whom protocols name, since when, and until when.");
    }

    private static async Task<Results<Ok<IReadOnlyList<ProtocolReadiness>>, ProblemHttpResult>> AssessAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        Guid? protocolId = null, Guid? agencyId = null, bool? ready = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var adopted = db.ProtocolVersions.Whole().Where(version => version.TaskForceId == id && version.State == ProtocolState.Adopted);
        if (protocolId is not null) adopted = adopted.Where(version => version.ProtocolId == protocolId);
        if (agencyId is not null)
            adopted = adopted.Where(version => db.StepContacts.Any(contact => contact.VersionId == version.Id && contact.AgencyId == agencyId));
        if (ready is null)
        {
            var versions = (await adopted.ToPageAsync(page, http, version => version, cancellationToken)).Value!;
            return TypedResults.Ok<IReadOnlyList<ProtocolReadiness>>([.. await db.AssessAsync(id, versions, time.Day(), cancellationToken)]);
        }

        // Who is ready as things stand now is in no column; a task force has few protocols in force.
        var all = await adopted.AsNoTracking().OrderBy(version => version.Id).ToListAsync(cancellationToken);
        var assessed = await db.AssessAsync(id, all, time.Day(), cancellationToken);
        return assessed.ToPage(page, http, protocol => protocol.ProtocolId, protocol => protocol, protocol => protocol.Ready == ready);
    }

    private static async Task<Results<Ok<IReadOnlyList<ReadinessGapView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        bool? open = null, Guid? agencyId = null, ReadinessGapKind? kind = null, Guid? protocolId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var gaps = db.ReadinessGaps.Where(gap => gap.TaskForceId == id);
        if (open is not null) gaps = gaps.Where(gap => gap.CuredOn == null == open);
        if (agencyId is not null) gaps = gaps.Where(gap => gap.AgencyId == agencyId);
        if (kind is not null) gaps = gaps.Where(gap => gap.Kind == kind);
        if (protocolId is not null) gaps = gaps.Where(gap => gap.ProtocolId == protocolId);
        var today = time.Day();
        return await gaps.ToPageAsync(page, http, gap => ReadinessGapView.Of(gap, today), cancellationToken);
    }
}
