using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

/// <summary>An agency that puts its name to the event.</summary>
public sealed record NewSponsor([property: Required] Guid? AgencyId);

internal static class SponsorJointEvent
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/joint-events/{eventId:guid}/sponsors", SponsorAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Records a co-sponsor, before the event is published: the agency itself, its organizer, or whoever runs the task force.");
        api.MapDelete("/task-forces/{id:guid}/joint-events/{eventId:guid}/sponsors/{agencyId:guid}", WithdrawAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Takes a co-sponsor off a draft. If-Match names the event's version.");
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> SponsorAsync(
        Guid id, Guid eventId, NewSponsor request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, NeedsOfJointEvents needs,
        CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        var agency = request.AgencyId!.Value;
        if (!caller.MayOrganize(taskForce, jointEvent) && !caller.IsOf(agency)) return JointEventAccess.NotOrganizer();
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        if (await db.CheckInvitedAsync(id, [agency], cancellationToken) is not null)
            return Problems.Invalid("agencyId", "Must be a member agency of this task force.");
        return jointEvent.Sponsor(agency, time.Day()) ? await db.SaveAsync(jointEvent, http, needs, cancellationToken) : jointEvent.StateConflict();
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> WithdrawAsync(
        Guid id, Guid eventId, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, NeedsOfJointEvents needs, CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.MayOrganize(taskForce, jointEvent) && !caller.IsOf(agencyId)) return JointEventAccess.NotOrganizer();
        if (jointEvent.Parts.All(part => part.AgencyId != agencyId || part.SponsorSince is null)) return Problems.NotFound();
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        if (agencyId == jointEvent.OrganizerAgencyId) return Problems.Conflict("organizer-sponsors", "The organizer stays: cancel the event instead.");
        return jointEvent.Withdraw(agencyId) ? await db.SaveAsync(jointEvent, http, needs, cancellationToken) : jointEvent.StateConflict();
    }
}
