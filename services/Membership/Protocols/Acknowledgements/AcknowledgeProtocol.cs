using Contracts;
using Membership.Protocols.Readiness;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols.Acknowledgements;

/// <summary>Says that a person knows what the version asks of that person.</summary>
/// <param name="SeatId">The seat in the token where not given. Another's is for the agency's own administrator, and is recorded as that.</param>
public sealed record NewAcknowledgement(Guid? SeatId = null);

/// <summary>What was asked of one person, and what came of it.</summary>
/// <param name="CarriedFrom">The version for which it was given, where nothing that the person does has changed since.</param>
public sealed record AcknowledgementView(
    Guid Id, int VersionNumber, Guid AgencyId, Guid SeatId, AcknowledgementState State, DateOnly AskedOn, DateOnly? GivenOn,
    AcknowledgedBy? GivenBy, int? CarriedFrom)
{
    internal static AcknowledgementView Of(Acknowledgement acknowledgement) => new(
        acknowledgement.Id, acknowledgement.VersionNumber, acknowledgement.AgencyId, acknowledgement.SeatId, acknowledgement.State,
        acknowledgement.AskedOn, acknowledgement.GivenOn, acknowledgement.GivenBy, acknowledgement.CarriedFrom);
}

internal static class AcknowledgeProtocol
{
    private const string Acknowledgements = "/task-forces/{id:guid}/protocols/{protocolId:guid}/versions/{number:int}/acknowledgements";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Acknowledgements, HandleAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Acknowledges a version in force: by the person named, or by the agency's administrator for one of its seats.");
        api.MapGet(Acknowledgements, ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists whose acknowledgement a version asks for; state=Asked lists those that are missing.");
    }

    private static async Task<Results<Ok<AcknowledgementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid protocolId, int number, NewAcknowledgement request, MembershipDb db, Caller caller, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var version = await db.ProtocolVersions.AsNoTracking().SingleOrDefaultAsync(
            version => version.TaskForceId == id && version.ProtocolId == protocolId && version.Number == number, cancellationToken);
        if (version is null) return Problems.NotFound();
        if (version.State != ProtocolState.Adopted) return Problems.StateConflict(version.State);
        if ((request.SeatId ?? caller.SeatId) is not { } seatId) return Problems.Invalid("seatId", "Must be given, for the token names no seat.");

        var asked = await db.ProtocolAcknowledgements.SingleOrDefaultAsync(
            asked => asked.VersionId == version.Id && asked.SeatId == seatId, cancellationToken);
        var own = seatId == caller.SeatId;
        if (!own && !(caller.Is(Roles.AgencyAdmin) && (asked is null || caller.IsOf(asked.AgencyId))))
            return Problems.Forbidden("Only the person who sits there acknowledges it, or the agency's own administrator for that person.");
        if (asked is not { State: not AcknowledgementState.Released })
            return Problems.Conflict("not-asked", "This version does not ask for that person's acknowledgement.");
        if (asked.State != AcknowledgementState.Asked) return Problems.StateConflict(asked.State);

        var today = time.Day();
        asked.Give(own ? AcknowledgedBy.Person : AcknowledgedBy.AgencyAdmin, today);
        var gap = await db.ReadinessGaps.SingleOrDefaultAsync(
            gap => gap.ProtocolId == protocolId && gap.Kind == ReadinessGapKind.NotAcknowledged && gap.SubjectId == seatId && gap.CuredOn == null,
            cancellationToken);
        gap?.Close(GapEnd.Cured, today);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.Conflict("changed-meanwhile", "It changed at the same moment. Look again.");
        }

        return TypedResults.Ok(AcknowledgementView.Of(asked));
    }

    private static async Task<Results<Ok<IReadOnlyList<AcknowledgementView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http,
        CancellationToken cancellationToken, AcknowledgementState? state = null, Guid? agencyId = null, Guid? seatId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (!await db.ProtocolVersions.AnyAsync(
            version => version.TaskForceId == id && version.ProtocolId == protocolId && version.Number == number, cancellationToken))
        {
            return Problems.NotFound();
        }

        var asked = db.ProtocolAcknowledgements.Where(asked => asked.ProtocolId == protocolId && asked.VersionNumber == number);
        if (state is not null) asked = asked.Where(acknowledgement => acknowledgement.State == state);
        if (agencyId is not null) asked = asked.Where(acknowledgement => acknowledgement.AgencyId == agencyId);
        if (seatId is not null) asked = asked.Where(acknowledgement => acknowledgement.SeatId == seatId);
        return await asked.ToPageAsync(page, http, AcknowledgementView.Of, cancellationToken);
    }
}
