using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols.Acknowledgements;

/// <summary>What a version of a protocol asked of a person.</summary>
/// <param name="Title">The protocol's.</param>
public sealed record SeatsAcknowledgementView(
    Guid Id, Guid ProtocolId, string Title, ProtocolTopic Topic, int VersionNumber, AcknowledgementState State, DateOnly AskedOn, DateOnly? GivenOn);

/// <summary>What one person still has to read.</summary>
internal static class ReadSeatsAcknowledgements
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/seats/{seatId:guid}/acknowledgements", ListAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lists what protocols ask of one person: what is still to be read and acknowledged, or with another state what was.");

    private static async Task<Results<Ok<IReadOnlyList<SeatsAcknowledgementView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid seatId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        AcknowledgementState state = AcknowledgementState.Asked)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (!await db.Seats.AnyAsync(seat => seat.Id == seatId && seat.TaskForceId == id, cancellationToken)) return Problems.NotFound();

        var asked = db.ProtocolAcknowledgements.Where(asked => asked.SeatId == seatId && asked.TaskForceId == id && asked.State == state);
        var protocols = await db.Protocols.AsNoTracking().Where(protocol => asked.Any(one => one.ProtocolId == protocol.Id))
            .ToDictionaryAsync(protocol => protocol.Id, cancellationToken);
        return await asked.ToPageAsync(page, http, one => Of(one, protocols[one.ProtocolId]), cancellationToken);
    }

    private static SeatsAcknowledgementView Of(Acknowledgement asked, Protocol protocol) => new(
        asked.Id, asked.ProtocolId, protocol.Title, protocol.Topic, asked.VersionNumber, asked.State, asked.AskedOn, asked.GivenOn);
}
