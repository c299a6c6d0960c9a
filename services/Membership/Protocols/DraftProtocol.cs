using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Protocols;

/// <summary>A new protocol, as a first draft.</summary>
/// <param name="Text">The practice in the task force's own words. Nothing about a case or a person served.</param>
public sealed record NewProtocol(
    [property: Required] ProtocolTopic? Topic,
    [property: Required, PlainText, StringLength(Protocol.TitleLength)] string Title,
    [property: Required, PlainText(Lines = true), StringLength(ProtocolVersion.TextLength)] string Text);

internal static class DraftProtocol
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/protocols", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .WithSummary("Begins a protocol with a first draft.");

    private static async Task<Results<Created<ProtocolView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewProtocol request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var protocol = Protocol.Begin(taskForce, request.Topic!.Value, request.Title.Trim());
        db.Protocols.Add(protocol);
        db.ProtocolVersions.Add(protocol.Draft(request.Text.Trim(), from: null, time.Day()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("protocol-exists", "The task force has a protocol of this title already.");
        }

        http.SetETag(protocol);
        return TypedResults.Created($"/task-forces/{id}/protocols/{protocol.Id}", ProtocolView.Of(protocol));
    }
}
