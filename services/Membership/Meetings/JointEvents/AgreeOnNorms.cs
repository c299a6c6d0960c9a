using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

/// <summary>What all who sponsor the event hold to: how it opens, what is said and what is left out, who speaks for whom.</summary>
public sealed record EventNorms([property: Required, PlainText(Lines = true), StringLength(JointEvent.NormsLength)] string Text);

/// <summary>An agency's word that it holds to the norms.</summary>
/// <param name="Version">The norms as they now are: a change of them asks again.</param>
public sealed record NormsAcknowledgement([property: Required, Range(1, 10_000)] int? Version);

internal static class AgreeOnNorms
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/task-forces/{id:guid}/joint-events/{eventId:guid}/norms", WriteAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Writes the norms into the event: any of its sponsors, or whoever runs the task force. Every sponsor is asked again.");
        api.MapPost("/task-forces/{id:guid}/joint-events/{eventId:guid}/norms/acknowledgement", AcknowledgeAsync)
            .RequireRoles(MeetingRoles.ForAgency)
            .WithSummary("Acknowledges the norms as they now are, for the caller's own agency.");
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> WriteAsync(
        Guid id, Guid eventId, EventNorms request, MembershipDb db, Caller caller, HttpContext http, NeedsOfJointEvents needs,
        CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.MayRun(taskForce) && !Sponsors(jointEvent, caller)) return Problems.Forbidden("Norms are agreed on by those who sponsor the event.");
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        return jointEvent.Agree(request.Text.Trim()) ? await db.SaveAsync(jointEvent, http, needs, cancellationToken) : jointEvent.StateConflict();
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> AcknowledgeAsync(
        Guid id, Guid eventId, NormsAcknowledgement request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, NeedsOfJointEvents needs,
        CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (_, jointEvent)) return Problems.NotFound();
        if (!Sponsors(jointEvent, caller)) return Problems.Forbidden("Norms are acknowledged by those who sponsor the event.");
        if (jointEvent.State != JointEventState.Draft) return jointEvent.StateConflict();
        return jointEvent.Acknowledge(caller.AgencyId!.Value, request.Version!.Value, time.Day())
            ? await db.SaveAsync(jointEvent, http, needs, cancellationToken)
            : Problems.Conflict("norms-changed", "These are not the norms as they now are: read them again.");
    }

    private static bool Sponsors(JointEvent jointEvent, Caller caller) =>
        jointEvent.Parts.Any(part => part.SponsorSince is not null && caller.IsOf(part.AgencyId));
}
