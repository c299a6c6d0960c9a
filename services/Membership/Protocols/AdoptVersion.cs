using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Members;
using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Readiness;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Protocols;

/// <summary>The decision that a protocol's version is adopted or retired by.</summary>
/// <param name="DecisionId">A carried decision about Protocol, with the version as its subject.</param>
public sealed record ProtocolDecision([property: Required] Guid? DecisionId);

internal static class AdoptVersion
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/task-forces/{id:guid}/protocols/{protocolId:guid}/versions/{number:int}/adoption", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Adopts a draft by a carried decision. Everybody whom it names is asked to acknowledge it.")
        .WithDescription("The version in force before is superseded; of those who acknowledged it, only they are asked again whose steps changed.");

    private static async Task<Results<Ok<ProtocolVersionView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid protocolId, int number, ProtocolDecision request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindVersionAsync(taskForce, protocolId, number, cancellationToken) is not { } version) return Problems.NotFound();
        if (IfMatch.Check(http, version) is { } stale) return stale;
        if (version.State != ProtocolState.Draft) return Problems.StateConflict(version.State);

        var (decision, refused) = (await db.CarriedAsync(taskForce, request.DecisionId!.Value, DecisionAbout.Protocol, version.Id, cancellationToken))
            .AboutText(version.Edits);
        if (decision is null) return refused!;

        var seats = await db.SeatsNamedByAsync(id, [version], cancellationToken);
        if (await OutOfDateAsync(db, version, seats, cancellationToken) is { } outOfDate) return outOfDate;

        var today = time.Day();
        var before = await db.FindAdoptedAsync(version.Protocol, cancellationToken);
        version.Protocol.Adopt(version, before, decision.Id, today);
        decision.UseFor(version.Id);
        var asked = await Asking.AskAsync(db, version, before, seats, today, cancellationToken);
        var facts = await ReadinessFacts.LoadAsync(db, id, [version], seats, today, cancellationToken);
        await Gaps.KeepAsync(db, version, facts.Assess(version, asked.ToDictionary(acknowledgement => acknowledgement.SeatId)), today, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("changed-meanwhile", "The protocol, its readiness or the decision changed at the same moment. Look again.");
        }

        http.SetETag(version);
        return TypedResults.Ok(ProtocolVersionView.Of(version));
    }

    /// <summary>Who is called when it matters must still be there when it is adopted.</summary>
    private static async Task<ProblemHttpResult?> OutOfDateAsync(
        MembershipDb db, ProtocolVersion version, List<Seats.Seat> seats, CancellationToken cancellationToken)
    {
        if (version.Topic is ProtocolTopic.CaseResponse && version.Steps.Count == 0)
            return Problems.Conflict("no-steps", "A protocol of case response says by steps who is called: write them first.");

        var contacts = version.Steps.SelectMany(step => step.Contacts).ToList();
        var agencies = contacts.Select(contact => contact.AgencyId).Distinct().ToList();
        var members = await db.Members.Where(Member.TakesPart).CountAsync(
            member => member.TaskForceId == version.TaskForceId && agencies.Contains(member.AgencyId), cancellationToken);
        var seatIds = seats.Select(seat => seat.Id).ToHashSet();
        return members < agencies.Count || contacts.Any(contact => contact.SeatId is { } seat && !seatIds.Contains(seat))
            ? Problems.Conflict("steps-out-of-date", "A step calls an agency that is no longer a member, or a seat that has ended: edit the draft and decide again.")
            : null;
    }
}
