using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols;

internal static class ReadProtocols
{
    private const string Protocols = "/task-forces/{id:guid}/protocols";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Protocols, ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the task force's protocols, by topic, and by whether a version is in force.");
        api.MapGet($"{Protocols}/{{protocolId:guid}}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one protocol.");
        api.MapGet($"{Protocols}/{{protocolId:guid}}/versions", ListVersionsAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists a protocol's versions, without their texts.");
        api.MapGet($"{Protocols}/{{protocolId:guid}}/versions/{{number:int}}", GetVersionAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one version: its text and its response steps.");
    }

    private static async Task<Results<Ok<IReadOnlyList<ProtocolView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        ProtocolTopic? topic = null, bool? adopted = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var protocols = db.Protocols.Where(protocol => protocol.TaskForceId == id);
        if (topic is not null) protocols = protocols.Where(protocol => protocol.Topic == topic);
        if (adopted is not null) protocols = protocols.Where(protocol => protocol.AdoptedVersion != null == adopted);
        return await protocols.ToPageAsync(page, http, ProtocolView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<ProtocolView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid protocolId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var protocol = await db.Protocols.AsNoTracking()
            .SingleOrDefaultAsync(protocol => protocol.Id == protocolId && protocol.TaskForceId == id, cancellationToken);
        if (protocol is null) return Problems.NotFound();

        http.SetETag(protocol);
        return TypedResults.Ok(ProtocolView.Of(protocol));
    }

    private static async Task<Results<Ok<IReadOnlyList<ProtocolVersionSummary>>, ProblemHttpResult>> ListVersionsAsync(
        Guid id, Guid protocolId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        ProtocolState? state = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (!await db.Protocols.AnyAsync(protocol => protocol.Id == protocolId && protocol.TaskForceId == id, cancellationToken)) return Problems.NotFound();

        var versions = db.ProtocolVersions.Where(version => version.ProtocolId == protocolId);
        if (state is not null) versions = versions.Where(version => version.State == state);
        return await versions.ToPageAsync(page, http, ProtocolVersionSummary.Of, cancellationToken);
    }

    private static async Task<Results<Ok<ProtocolVersionView>, ProblemHttpResult>> GetVersionAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindVersionAsync(taskForce, protocolId, number, cancellationToken) is not { } version) return Problems.NotFound();

        http.SetETag(version);
        return TypedResults.Ok(ProtocolVersionView.Of(version));
    }
}
